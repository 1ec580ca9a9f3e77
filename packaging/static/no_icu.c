/* Debian's libxml2.a asks ICU for encodings that neither it nor iconv knows, and ICU's data are thirty
   megabytes. What this program gives libxml2 is UTF-8 or goes through iconv, so that ICU is never asked:
   here it knows no encoding. */
#include <stddef.h>

typedef int UErrorCode;
#define U_FILE_ACCESS_ERROR 4

#define JOIN(name, version) name##_##version
#define NAMED(name, version) JOIN(name, version)
#define ICU(name) NAMED(name, ICU_VERSION)

void *ICU(ucnv_open)(const char *name, UErrorCode *code) {
  (void)name;
  *code = U_FILE_ACCESS_ERROR;
  return NULL;
}

void ICU(ucnv_close)(void *converter) { (void)converter; }

void ICU(ucnv_setToUCallBack)(void *converter, void *action, const void *context, void **old,
                              const void **oldContext, UErrorCode *code) {
  (void)converter, (void)action, (void)context, (void)old, (void)oldContext;
  *code = U_FILE_ACCESS_ERROR;
}

void ICU(ucnv_setFromUCallBack)(void *converter, void *action, const void *context, void **old,
                                const void **oldContext, UErrorCode *code) {
  (void)converter, (void)action, (void)context, (void)old, (void)oldContext;
  *code = U_FILE_ACCESS_ERROR;
}

void ICU(ucnv_convertEx)(void *to, void *from, char **target, const char *targetLimit,
                         const char **source, const char *sourceLimit, void *start, void **pivotSource,
                         void **pivotTarget, const void *pivotLimit, signed char reset,
                         signed char flush, UErrorCode *code) {
  (void)to, (void)from, (void)target, (void)targetLimit, (void)source, (void)sourceLimit, (void)start;
  (void)pivotSource, (void)pivotTarget, (void)pivotLimit, (void)reset, (void)flush;
  *code = U_FILE_ACCESS_ERROR;
}

/* libxml2 hands their addresses to the functions above and never calls them itself. */
void ICU(UCNV_TO_U_CALLBACK_STOP)(void) {}
void ICU(UCNV_FROM_U_CALLBACK_STOP)(void) {}
