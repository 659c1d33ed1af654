#ifndef C_THREAD_LOCAL_H
#define C_THREAD_LOCAL_H

/// The one pointer this thread keeps. Swift has no native thread-local variable, and a
/// task-local one costs ten times a recorded operation.
extern _Thread_local void *graphgrad_thread_slot;

static inline void *graphgrad_thread_slot_get(void) { return graphgrad_thread_slot; }

/// What tells this thread from all others that run.
static inline const void *graphgrad_thread_identity(void) { return &graphgrad_thread_slot; }

/// Keeps `pointer`; when the thread ends it is handed to `ending`, the same function at every call.
void graphgrad_thread_slot_set(void *pointer, void (*ending)(void *));

#endif
