// Writes the names of the months in all languages as one C++ string, "january=1 tháng_hai=2 …", for
// dates_months.cc. Runs when Kaynak is built.
#include <cstdio>
#include <set>
#include <string>

#include "base/strings.h"
#include "text/dates_data.h"
#include "text/dates_months.h"

int main() {
  using namespace kaynak::text_detail;
  std::set<std::string> written;  // of several languages' months of one name the first one counts
  for (unsigned i = 0; i < kMonthLocaleCount; ++i)
    for_each_month_name(kMonthLocales[i], [&](const std::string& name, int month) {
      if (written.insert(name).second)
        std::printf("\"%s=%d \"\n", kaynak::replace_all(name, " ", "_").c_str(), month);
    });
  return written.empty() ? 1 : 0;
}
