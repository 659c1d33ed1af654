#ifndef C_GRAPHVIZ_H
#define C_GRAPHVIZ_H

#include <stdbool.h>
#include <stddef.h>

// libgvc behind a few functions and opaque pointers, so that what differs between its versions
// (the type of a length, of a truth value) stays in one C file.
//
// libgvc is not thread safe, even with a context for each thread: the caller holds one lock around
// every call. The context is made once and never freed: freeing it and making another reads freed
// memory in 2.42.

typedef struct graphgrad_drawing graphgrad_drawing;

/// Reads DOT and lays it out; NULL on failure. Of pixels so many make an inch, unless it is 0.
graphgrad_drawing *graphgrad_layout(const char *dot, const char *engine, double dots_per_inch);

/// Renders into memory that graphgrad_free_bytes frees; false on failure.
bool graphgrad_render(
    graphgrad_drawing *drawing, const char *format, char **bytes, size_t *length);

void graphgrad_free_bytes(char *bytes);

/// A picture as pixels, row by row, each 32 bits of alpha, red, green and blue in the machine's order,
/// colours multiplied by alpha; there for the length of the call.
typedef void (*graphgrad_pixel_visitor)(
    void *state, const unsigned int *pixels, unsigned int width, unsigned int height);

/// Renders and lends the pixels; false on failure.
bool graphgrad_pixels(graphgrad_drawing *drawing, graphgrad_pixel_visitor visit, void *state);

/// Frees the layout and the graph.
void graphgrad_free_drawing(graphgrad_drawing *drawing);

/// One placed part of a drawing: its `id`, and the value of one of its attributes pos, bb, lp,
/// head_lp, width or height.
typedef void (*graphgrad_visitor)(
    void *state, const char *id, const char *attribute, const char *value);

/// Tells where the layout has put every node, edge and cluster; false on failure.
bool graphgrad_positions(graphgrad_drawing *drawing, graphgrad_visitor visit, void *state);

/// How many fonts the system's fontconfig knows, from which libgvc draws letters; -1 where that
/// cannot be told.
int graphgrad_font_count(void);

/// What libgvc has said since the last layout or render began; empty if nothing.
const char *graphgrad_messages(void);

#endif
