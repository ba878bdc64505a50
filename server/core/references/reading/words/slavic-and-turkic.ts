import type { Vocabulary } from "./vocabulary.ts";

/** Languages of Eastern Europe, and Turkish. */
export const easternEuropeanWords: readonly Vocabulary[] = [
  {
    language: "ru",
    headFirst: true,
    words: {
      code: "код|код ошибки|код ответа|код возврата|номер ошибки|идентификатор|внутренний код|коды ошибок|ключ",
      status:
        "статус|http|http статус|http-статус|http код|http-код|статус код|статус-код|код http|код состояния|код статуса|статус ответа|код состояния http|код статуса http|http статус-код|статус http|код ответа http",
      message: "сообщение|текст|текст ошибки|сообщение об ошибке|текст сообщения|сообщение ошибки",
      title: "название|имя|заголовок|наименование|название ошибки",
      summary:
        "описание|значение|пояснение|расшифровка|комментарий|описание ошибки|примечание|подробности|смысл|детали",
      cause:
        "причина|причины|когда|возможная причина|возможные причины|когда возникает|условие|причина ошибки|причина возникновения",
      fix: "решение|действие|действия|как исправить|что делать|способ устранения|рекомендация|рекомендации|устранение|как устранить|рекомендуемое действие|способ решения|как решить|исправление|как действовать|что делать клиенту|обработка",
      retry: "повтор|повторить|можно повторить|повторять|повторная попытка",
      method: "метод|эндпоинт|методы|операция|маршрут|где|endpoint",
      severity: "уровень|критичность|важность",
      example: "пример|примеры|ответ|пример ответа",
      category: "тип|категория|тип ошибки|класс|модуль|группа",
      error: "ошибка|ошибки|исключение",
      other:
        "параметр|поле|тип данных|обязательный|обязательность|по умолчанию|версия|дата|цена|порт|разрешение|событие|размер",
    },
    aboutErrors:
      "ошибк|ошибок|исключени|статус-код|статус код|коды статус|статусы ответ|коды ответ|коды возврат|коды состояни|сбо[ий]|неполадк|отказ",
    aboutSuccess: "успешны|коды успех|события",
  },
  {
    language: "uk",
    headFirst: true,
    words: {
      code: "код|код помилки|код відповіді|номер помилки|ідентифікатор|внутрішній код|ключ",
      status:
        "статус|http|http статус|http-статус|http код|http-код|статус код|статус-код|код http|код стану|код статусу|статус відповіді|статус http|код стану http|код статусу http",
      message: "повідомлення|текст|текст помилки|повідомлення про помилку|текст повідомлення|повідомлення помилки",
      title: "назва|ім'я|ім’я|заголовок|назва помилки",
      summary: "опис|значення|пояснення|розшифрування|коментар|опис помилки|примітка|подробиці|зміст|деталі",
      cause: "причина|причини|коли|можлива причина|можливі причини|коли виникає|умова|причина помилки",
      fix: "рішення|дія|дії|як виправити|що робити|спосіб усунення|рекомендація|рекомендації|усунення|як усунути|рекомендована дія|як діяти|виправлення|вирішення|як вирішити",
      retry: "повтор|повторити|можна повторити|повторювати|повторна спроба",
      method: "метод|ендпоінт|методи|операція|маршрут|де",
      severity: "рівень|критичність|важливість",
      example: "приклад|приклади|відповідь",
      category: "тип|категорія|тип помилки|клас|модуль|група",
      error: "помилка|помилки|виняток",
      other:
        "параметр|поле|тип даних|обов'язковий|обов’язковий|за замовчуванням|версія|дата|ціна|порт|дозвіл|подія|розмір",
    },
    aboutErrors:
      "помилк|помилок|винятк|статус-код|коди статус|коди відповід|коди стан|збо[їй]|відмов|не знайден|конфлікт|заборонен|не підтриму",
    aboutSuccess: "успішн|події",
  },
  {
    language: "pl",
    headFirst: true,
    words: {
      code: "kod|kod błędu|kod bledu|kod odpowiedzi|numer błędu|identyfikator|kod wewnętrzny",
      status: "status|status http|kod http|kod statusu|kod stanu|kod stanu http|kod statusu http|http",
      message: "komunikat|wiadomość|komunikat błędu|treść|komunikat o błędzie|treść komunikatu|tekst",
      title: "nazwa|tytuł|nazwa błędu",
      summary: "opis|znaczenie|wyjaśnienie|szczegóły|opis błędu|uwagi|objaśnienie",
      cause: "przyczyna|przyczyny|powód|możliwa przyczyna|możliwe przyczyny|kiedy|kiedy występuje|warunek",
      fix: "rozwiązanie|działanie|działania|jak naprawić|co zrobić|zalecane działanie|akcja|naprawa|sposób rozwiązania|zalecenie|postępowanie",
      retry: "ponów|ponowienie|ponowna próba|można ponowić|powtórzyć",
      method: "metoda|endpoint|ścieżka|operacja",
      severity: "poziom|ważność",
      example: "przykład|przykłady|odpowiedź",
      category: "typ|kategoria|typ błędu|klasa|moduł|rodzaj",
      error: "błąd|błędy|wyjątek",
      other: "parametr|pole|typ danych|wymagane|wymagany|domyślnie|wersja|data|cena|port|uprawnienie|zdarzenie|rozmiar",
    },
    aboutErrors: "błąd|błęd|bledy|bledow|wyjąt|kody statusu|kody odpowiedzi|kody stanu|awari",
    aboutSuccess: "kody sukcesu|zdarzenia",
  },
  {
    language: "tr",
    headFirst: false,
    words: {
      code: "kod|hata kodu|kodu|dönüş kodu|yanıt kodu|hata numarası|hata no|sonuç kodu",
      status: "durum|http durumu|http durum kodu|http kodu|durum kodu|http status|http durum|http",
      message: "mesaj|hata mesajı|mesajı|hata iletisi|ileti|metin|dönen mesaj|uyarı metni",
      title: "ad|isim|başlık|hata adı|adı",
      summary: "açıklama|anlam|anlamı|açıklaması|detay|detaylar|tanım|ne anlama gelir|hata açıklaması|notlar|not",
      cause: "neden|nedeni|sebep|sebebi|olası neden|olası nedenler|olası sebep|ne zaman|hata nedeni|koşul",
      fix: "çözüm|çözümü|yapılacak|ne yapmalı|önerilen işlem|aksiyon|eylem|çözüm önerisi|önerilen eylem|nasıl çözülür|işlem|öneri|yapılması gereken|ne yapılmalı",
      retry: "tekrar dene|yeniden dene|tekrar denenebilir|yeniden deneme|tekrar",
      method: "metot|yöntem|uç nokta|metod|endpoint",
      severity: "önem|seviye|şiddet",
      example: "örnek|örnekler|yanıt",
      category: "tür|tip|kategori|hata türü|hata tipi|sınıf|modül",
      error: "hata|hatalar|istisna",
      other: "parametre|alan|veri tipi|zorunlu|varsayılan|sürüm|tarih|fiyat|port|izin|olay|boyut",
    },
    aboutErrors: "hata|istisna|durum kod|yanıt kod|dönüş kod|arıza",
    aboutSuccess: "başarı kod|başarılı|olaylar",
  },
];
