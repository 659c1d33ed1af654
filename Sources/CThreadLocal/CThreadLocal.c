#include "CThreadLocal.h"

_Thread_local void *graphgrad_thread_slot = 0;
