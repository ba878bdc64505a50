/**
 * What teams that do not write in English call an error, its code and its text: plain names (`plainName`), as met in the
 * bodies of public APIs.
 */

/** Danish, Norwegian, Indonesian, Polish, Swedish, Turkish, Spanish, Portuguese, Italian, Finnish, German, French. */
export const codesInLanguages: readonly string[] =
  `kode kod codigo código codice koodi fehlercode feilkode fejlkode felkod virhekoodi kodeerror errorkode kodekesalahan
  hatakodu kodbledu kodbłędu codigoerro códigoerro codigoerror códigoerror codigodoerro codigodeerror codiceerrore
  codeerreur foutcode`.split(/\s+/);

/** Objects of an answer that hold what failed. */
export const errorsInLanguages: readonly string[] =
  "fehler feil fejl fel erro erros erreur erreurs errore errori virhe hata blad błąd kesalahan fout chyba".split(" ");

export const textsInLanguages: readonly string[] =
  `meldung nachricht melding besked meddelande mensagem mensaje messaggio viesti mesaj wiadomosc pesan beskrivelse
  beschreibung descricao descrição descripcion descripción`.split(/\s+/);
