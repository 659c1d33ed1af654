#include "CThreadLocal.h"

_Thread_local void *graphgrad_thread_slot = 0;

#if defined(__wasi__)

void graphgrad_thread_slot_set(void *pointer, void (*ending)(void *)) {
  graphgrad_thread_slot = pointer;
}

#else

#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static void (*destroy)(void *);

static void thread_ends(void *pointer) {
  graphgrad_thread_slot = 0;
  destroy(pointer);
}

static void make_key(void) { pthread_key_create(&key, thread_ends); }

void graphgrad_thread_slot_set(void *pointer, void (*ending)(void *)) {
  graphgrad_thread_slot = pointer;
  __atomic_store_n(&destroy, ending, __ATOMIC_RELEASE);
  pthread_once(&once, make_key);
  pthread_setspecific(key, pointer);
}

#endif
