#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers declare what Foundation's own ICU module declares differently.
// Only the layout of the encoding handlers, which nobody here touches, depends on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
