/* glibc has arc4random since 2.36 only; with this one the program also runs on systems of 2022, such as
   Ubuntu 22.04. The numbers are the kernel's, as glibc's are. */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

uint32_t arc4random(void) {
  uint32_t number = 0;
  unsigned char *place = (unsigned char *)&number;
  size_t left = sizeof number;
  while (left > 0) {
    ssize_t count = getrandom(place, left, 0);
    if (count < 0) {
      if (errno == EINTR) continue;
      abort();
    }
    place += count;
    left -= (size_t)count;
  }
  return number;
}
