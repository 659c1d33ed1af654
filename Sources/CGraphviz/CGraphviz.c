#include "CGraphviz.h"

#include <dlfcn.h>
#include <gvc.h>
#include <gvcjob.h>
#include <gvplugin.h>
#include <gvplugin_device.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_LIMIT 4096

static GVC_t *context = NULL;
static char messages[MESSAGE_LIMIT];

// libgvc hands a message over in pieces.
static int collect(char *piece) {
  size_t used = strlen(messages);
  strncat(messages, piece, MESSAGE_LIMIT - 1 - used);
  return 0;
}

// libgvc's own PNG device spends ten times as long on packing the pixels as on drawing them, and
// the one of libgd reduces them to 256 colours. This device lends them as they are.
static graphgrad_pixel_visitor pixel_visitor = NULL;
static void *pixel_state = NULL;
static bool pixels_lent = false;

static void lend_pixels(GVJ_t *job) {
  if (pixel_visitor == NULL || job->imagedata == NULL || job->width == 0 || job->height == 0) return;
  pixel_visitor(pixel_state, (const unsigned int *)job->imagedata, job->width, job->height);
  pixels_lent = true;
}

static gvdevice_engine_t pixels_engine = {NULL, lend_pixels, NULL};
static gvdevice_features_t pixels_features = {
    GVDEVICE_BINARY_FORMAT | GVDEVICE_DOES_TRUECOLOR, {0, 0}, {0, 0}, {96, 96}};
static gvplugin_installed_t pixels_types[] = {
    {0, "graphgrad:cairo", 0, &pixels_engine, &pixels_features}, {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t pixels_apis[] = {{API_device, pixels_types}, {(api_t)0, NULL}};
static gvplugin_library_t pixels_library = {"graphgrad", pixels_apis};

static void begin(void) {
  if (context == NULL) {
    agseterr(AGWARN);
    agseterrf(collect);
    context = gvContext();
    gvAddLibrary(context, &pixels_library);
  }
  messages[0] = 0;
  agreseterrors();
}

// The first graph of the text. The scanner keeps what stands after the graph's last brace for the
// next text, and counts on from its last line: what is left is read to its end here, where a mistake
// in it becomes this text's message, and the count begins anew.
static Agraph_t *parse(const char *dot) {
  agreadline(1);
  Agraph_t *graph = agmemread(dot);
  if (graph == NULL) return NULL;
  Agraph_t *rest;
  while ((rest = agmemread("")) != NULL) agclose(rest);
  return graph;
}

graphgrad_drawing *graphgrad_layout(const char *dot, const char *engine, double dots_per_inch) {
  begin();
  Agraph_t *graph = parse(dot);
  if (graph == NULL) return NULL;
  if (dots_per_inch > 0) {
    char text[32];
    snprintf(text, sizeof text, "%.6f", dots_per_inch);
    agsafeset(graph, "dpi", text, "");
  }
  // Bad labels and missing positions return 0 and leave only a message.
  if (gvLayout(context, graph, engine) != 0 || agerrors() > 0) {
    gvFreeLayout(context, graph);
    agclose(graph);
    return NULL;
  }
  return (graphgrad_drawing *)graph;
}

bool graphgrad_render(
    graphgrad_drawing *drawing, const char *format, char **bytes, size_t *length) {
  begin();
  // The length is an unsigned int up to version 12 and a size_t from 13, and no macro tells which;
  // a union is right for both.
  union {
    size_t wide;
    unsigned int narrow;
  } size = {0};
  char *result = NULL;
  int status = gvRenderData(context, (Agraph_t *)drawing, format, &result, (void *)&size);
  if (status != 0 || result == NULL || agerrors() > 0) {
    if (result != NULL) gvFreeRenderData(result);
    return false;
  }
  *bytes = result;
  *length = size.wide > UINT_MAX ? size.narrow : size.wide;
  return true;
}

bool graphgrad_pixels(graphgrad_drawing *drawing, graphgrad_pixel_visitor visit, void *state) {
  begin();
  pixel_visitor = visit;
  pixel_state = state;
  pixels_lent = false;
  union {
    size_t wide;
    unsigned int narrow;
  } size = {0};
  char *nothing = NULL;
  int status =
      gvRenderData(context, (Agraph_t *)drawing, "graphgrad:cairo", &nothing, (void *)&size);
  if (nothing != NULL) gvFreeRenderData(nothing);
  pixel_visitor = NULL;
  return status == 0 && agerrors() == 0 && pixels_lent;
}

void graphgrad_free_bytes(char *bytes) { gvFreeRenderData(bytes); }

void graphgrad_free_drawing(graphgrad_drawing *drawing) {
  gvFreeLayout(context, (Agraph_t *)drawing);
  agclose((Agraph_t *)drawing);
}

static void tell(void *object, graphgrad_visitor visit, void *state) {
  static char *const attributes[] = {"pos", "bb", "lp", "head_lp", "width", "height"};
  const char *id = agget(object, "id");
  if (id == NULL || id[0] == 0) return;
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
    const char *value = agget(object, attributes[i]);
    if (value != NULL && value[0] != 0) visit(state, id, attributes[i], value);
  }
}

static void tell_clusters(Agraph_t *graph, graphgrad_visitor visit, void *state) {
  tell(graph, visit, state);
  for (Agraph_t *child = agfstsubg(graph); child != NULL; child = agnxtsubg(child))
    tell_clusters(child, visit, state);
}

bool graphgrad_positions(graphgrad_drawing *drawing, graphgrad_visitor visit, void *state) {
  // Rendering as DOT writes the positions into the graph's attributes.
  char *bytes = NULL;
  size_t length = 0;
  if (!graphgrad_render(drawing, "dot", &bytes, &length)) return false;
  graphgrad_free_bytes(bytes);
  Agraph_t *graph = (Agraph_t *)drawing;
  tell_clusters(graph, visit, state);
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    tell(node, visit, state);
    for (Agedge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge))
      tell(edge, visit, state);
  }
  return true;
}

// Looked up by name, since only libgvc's own text plugin needs fontconfig: where it is another one, or
// none, nothing is missing.
int graphgrad_font_count(void) {
#if defined(__linux__)
  typedef struct {
    int count;
    int capacity;
    void **fonts;
  } font_set;
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return -1;
  int (*initialise)(void) = (int (*)(void))dlsym(library, "FcInit");
  font_set *(*fonts)(void *, int) = (font_set * (*)(void *, int)) dlsym(library, "FcConfigGetFonts");
  if (initialise == NULL || fonts == NULL || !initialise()) return -1;
  int count = 0;
  // Those of the system and those of the program.
  for (int kind = 0; kind < 2; kind++) {
    font_set *set = fonts(NULL, kind);
    if (set != NULL) count += set->count;
  }
  return count;
#else
  return -1;
#endif
}

const char *graphgrad_messages(void) { return messages; }
