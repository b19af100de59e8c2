#include "extract/said_words.h"

#include <array>

#include "extract/word_table.h"

namespace kaynak::extract_detail {
namespace {

using Group = WordGroup<Said>;
static_assert(static_cast<unsigned>(Said::count_) <= 32);

// Lower case; English first, then the other languages news sites are written in.
constexpr Group groups[] = {
    {Said::newsletter,
     "newsletter newsletters inbox epaper nyhetsbrev nyhedsbrev nieuwsbrief bulletin briefing "
     "bülten "
     "bülteni рассылка рассылку hírlevél biuletyn newsletterem newslettera mailing"},
    {Said::subscribe,
     "subscribe subscriber subscribers subscription subscriptions signup register registered "
     "membership abonnieren abonniere abonnement abonnenten abo abos abonnent anmelden "
     "registrieren "
     "abonnez abonnés abonné inscrivez suscríbete suscríbase suscripción suscriptores regístrate "
     "assine assinante assinantes inscreva cadastre iscriviti abbonati abbonamento abbonato "
     "abonneer "
     "abonnee tilmeld prenumerera prenumerant prenumeruj subskrybuj подпишитесь подписывайтесь "
     "подписка подписаться abone abonelik langganan daftar předplatné"},
    {Said::network,
     "facebook twitter instagram telegram whatsapp youtube tiktok linkedin pinterest snapchat "
     "reddit "
     "messenger threads bluesky mastodon viber vk вконтакте телеграм tumblr flipboard twitch "
     "discord "
     "signal xing"},
    {Said::picture_agency,
     "getty shutterstock istock alamy imago reuters afp dpa apa epa xinhua efe ansa ntb anp ap "
     "keystone unsplash pixabay pexels wikimedia flickr handout screenshot photo photos photograph "
     "photographer foto fotos bild bilder ảnh фото symbolbild archivfoto picture pictures courtesy "
     "zdjęcie"},
    {Said::click,
     "click here hier klicken klick klicke aquí aqui haz ici cliquez clique qui clicca klik her "
     "här "
     "tutaj kliknij tıklayın tıklayınız buraya đây здесь тут нажмите link links"},
    {Said::donate,
     "donate donation donations support spende spenden unterstützen unterstütze unterstützung don "
     "soutenez soutenir dona donación apoya apoie sostieni doneer støtt stötta wesprzyj bağış "
     "поддержать поддержите crowdfunding patreon paypal steady"},
    {Said::minutes,
     "min mins minutes minute lesezeit minuten leitura minutos minuto minuut minut минута lectura "
     "lecture lettura minuti "
     "leestijd minuter czytania dakika okuma минут минуты phút read"},
    {Said::app,
     "app apps ios android download downloads herunterladen télécharger descarga baixe "
     "scarica uygulama приложение store appstore podcast podcasts"},
    {Said::watch,
     "watch video videos listen gallery slideshow audio live ansehen anhören vidéo vidéos galerie "
     "galería galeria bildergalerie fotostrecke mediathek smotret видео vídeo vídeos wideo izle"},
    {Said::staff,
     "contributed contributor contributors reporting reported correspondent correspondents editor "
     "editing edited writer redaktion redaktionell redaktor redactie redação redacción rédaction "
     "redazione korrespondent korrespondentin autor autorin journalist journalistin staff team "
     "columnist freelance author editorial"},
    {Said::terms,
     "copyright rights reserved terms privacy policy cookies cookie datenschutz agb "
     "nutzungsbedingungen "
     "urheberrecht rechte disclaimer affiliate commission sponsored republished permission "
     "derechos "
     "reservados direitos diritti riservati droits réservés"},
};

/// 0 for a byte of a word, else the size of the mark or blank it begins: typographic marks and
/// those of Latin-1 begin with E2 and C2.
constexpr std::array<std::uint8_t, 256> separators = [] {
  std::array<std::uint8_t, 256> sizes{};
  for (unsigned c = 0; c < 0x80; ++c) {
    const bool word = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    sizes[c] = word ? 0 : 1;
  }
  sizes[0xc2] = 2;
  sizes[0xe2] = 3;
  return sizes;
}();

/// Bytes of the mark or blank at `text[i]`; 0 where a word's byte stands there.
std::size_t separator_size(std::string_view text, std::size_t i) {
  const std::size_t size = separators[static_cast<unsigned char>(text[i])];
  if (size <= 1) return size;
  if (i + size > text.size()) return 0;
  return size == 2 || static_cast<unsigned char>(text[i + 1]) == 0x80 ? size : 0;
}

}  // namespace

Mentions mentions_in(std::string_view text) {
  static const WordTable<Said> table(groups);
  constexpr std::size_t longest = 32;
  text = text.substr(0, 400);
  Mentions m;
  const auto see = [&m](std::uint32_t bits) {
    m.twice |= m.once & bits;
    m.once |= bits;
  };
  std::array<char, longest> word;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t skip = separator_size(text, i); skip > 0) {
      if (text[i] == '@') m.once |= bit(Said::address);
      i += skip;
      continue;
    }
    const std::size_t begin = i;
    std::size_t n = 0;
    Fnv1a hash;
    for (; i < text.size() && separator_size(text, i) == 0; ++i) {
      if (n == longest) continue;
      word[n] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
      hash.add(word[n++]);
    }
    if (n < longest) see(static_cast<std::uint32_t>(table.find({word.data(), n}, hash)));
    const std::string_view rest = text.substr(begin, 8);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))
      m.once |= bit(Said::address);
  }
  return m;
}

}  // namespace kaynak::extract_detail
