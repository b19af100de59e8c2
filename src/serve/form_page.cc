// The comment form where the theme has none of its own.
#include "base/strings.h"
#include "serve/live.h"

namespace kaynak::serve_detail {
namespace {

struct FormWords {
  std::string_view language, name, text, send;
};

/// English first: for a language that is not here.
constexpr FormWords kWords[] = {
    {"en", "Your name", "Your comment", "Send"},
    {"tr", "Adınız", "Yorumunuz", "Gönder"},
    {"vi", "Tên của bạn", "Bình luận của bạn", "Gửi"},
    {"es", "Su nombre", "Su comentario", "Enviar"},
    {"ca", "El vostre nom", "El vostre comentari", "Envia"},
    {"ru", "Ваше имя", "Ваш комментарий", "Отправить"},
    {"ar", "اسمك", "تعليقك", "إرسال"},
};

const FormWords& words_for(const LanguageTag& language) {
  for (const FormWords& words : kWords)
    if (words.language == language.primary()) return words;
  return kWords[0];
}

std::string hidden(std::string_view name, std::string_view value) {
  return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escape_html(value) +
         "\">\n";
}

std::string form_html(const CommentForm& form) {
  const FormWords& words = words_for(form.language);
  const std::string name(words.name), text(words.text), send(words.send);
  return "<form method=\"post\" action=\"/" + escape_html(form.language.value) +
         "/comment\" class=\"form\">\n" + hidden("article", form.article.value) +
         hidden("token", form.token) + hidden("back", form.back) +
         "<p class=\"trap\" hidden aria-hidden=\"true\"><label>Website <input name=\"website\" "
         "tabindex=\"-1\" autocomplete=\"off\"></label></p>\n"
         "<p><label for=\"comment-author\">" +
         name + "</label><input id=\"comment-author\" name=\"author\" required maxlength=\"80\" " +
         "autocomplete=\"name\" value=\"" + escape_html(form.author) +
         "\"></p>\n<p><label for=\"comment-text\">" + text +
         "</label>"
         // A line feed right after the tag is not part of the value: one of the text's would be
         // lost.
         "<textarea id=\"comment-text\" name=\"text\" required maxlength=\"5000\" rows=\"5\">\n" +
         escape_html(form.text) + "</textarea></p>\n<p class=\"send\"><button>" + send +
         "</button></p>\n</form>\n";
}

}  // namespace

std::string with_form(std::string page, const CommentForm& form) {
  std::size_t at = page.rfind("</main>");
  if (at == std::string::npos) at = page.rfind("</body>");
  if (at == std::string::npos) at = page.size();
  return page.insert(at, form_html(form));
}

}  // namespace kaynak::serve_detail
