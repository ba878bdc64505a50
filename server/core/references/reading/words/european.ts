import type { Vocabulary } from "./vocabulary.ts";

/** English and the languages of Western Europe. */
export const europeanWords: readonly Vocabulary[] = [
  {
    language: "en",
    headFirst: false,
    words: {
      code: "code|error code|errorcode|err code|errcode|return code|result code|response code|ret code|retcode|error id|err|errno|error number|error no|code value|api code|business code|app code|application code|sub code|subcode|error key|error constant|constant|error slug|slug|error identifier|internal code|machine code|numeric code|grpc code|reason code|response key|codes|error codes|rpc code|status key",
      status:
        "status|http|http status|http status code|http code|status code|http response code|http response|http error code|http error|http response status|httpstatus|statuscode|http statuscode|response status|html error|http statuses|statuses|status codes|http codes",
      message:
        "message|error message|msg|error msg|errmsg|err msg|error text|text|response message|message text|default message|user message|error string|wire message|returned message|message example|response text|status message|message template|public message|client message|messages|prompt|result message|api message",
      title:
        "name|error name|title|label|short description|error title|symbol|symbolic name|enum|enum name|identifier|reason phrase|status text|display name|phrase",
      summary:
        "description|meaning|explanation|details|detail|summary|desc|definition|notes|note|remarks|remark|comment|comments|information|info|what it means|what happened|error description|error details|interpretation|description meaning|usage|context|what",
      cause:
        "cause|causes|possible cause|possible causes|reason|reasons|when|why|when it occurs|when it happens|condition|conditions|trigger|triggers|triggered when|common cause|common causes|root cause|likely cause|occurs when|thrown when|raised when|returned when|scenario|situation|typical cause|when used|when returned|probable cause|error reason|failure reason|when thrown|when raised|emitted when|why it happens|typical trigger|typical causes|thrown by",
      fix: "fix|solution|solutions|action|actions|resolution|remedy|how to fix|what to do|handling|suggested action|recommended action|recommendation|recommendations|workaround|user action|client action|corrective action|troubleshooting|suggestion|how to resolve|resolve|next step|next steps|advice|mitigation|remediation|how to handle|recovery|what you should do|suggested fix|possible solution|possible solutions|client handling|client behavior|client behaviour|recommended fix|hint|guidance|action required|what to do next|how to solve|suggested resolution|operator action|response action|caller action|required action",
      retry:
        "retry|retryable|can retry|retriable|is retryable|retry?|should retry|safe to retry|retry advice|retry strategy|retry policy|transient|recoverable|retry behavior",
      method:
        "method|endpoint|endpoints|api|route|routes|path|where|operation|operations|applies to|url|used by|http method|returned by|emitted by|context endpoint|service|command|source|location|function|used in",
      severity: "severity|level|log level|priority|fatal|impact",
      example:
        "example|examples|sample|example response|response example|sample response|response body|response|body|json|payload",
      category:
        "category|type|error type|kind|class|group|module|domain|error class|error category|family|exception|exception class|component|area|status category|grpc status|errno name|area module|series",
      error: "error|errors|exception|error response|failure|problem|fault|issue|symptom|err name",
      other:
        "exit code|exit status|exit|signal|opcode|op code|parameter|param|parameters|prop|props|event handler|callback|member|argument|field|property|attribute|variable|data type|datatype|required|optional|default|default value|version|release|date|released|price|cost|plan|port|ports|protocol|permission|permissions|role|scope|unit|units|size|limit|quota|feature|features|supported|support|event|events|event name|topic|header|headers|header name|option|flag|env|environment variable|setting|config|key name|file|files|test|tests|owner|author|license|package|dependency|browser|platform|country|currency|language|model|format|allowed values|enum values|column|table|index|min|max|range|length|color|icon|shortcut|task|progress|done|milestone|phase|metric|count|total|coverage|score|benchmark|latency|throughput|ms|memory|http verb|verb|auth|authentication|authorization required|rule|rules|check|from|to|before|after|old|new|transition|state|states|next state|status transition|capability|opcode|instruction|byte|bytes|bit|bits|offset|address|register|mnemonic|hex|char|character|iso code|locale|ci job|job|workflow",
    },
    aboutErrors:
      "error|exception|failure|fault|problem type|problem detail|status code|response code|return code|result code|reason code|http status|http code|rejection|decline code|troubleshoot|4xx|5xx|sentinel|errno",
    aboutSuccess: "success code|success response|successful response|event code|event type|webhook event|successes",
  },
  {
    language: "es",
    headFirst: true,
    words: {
      code: "código|codigo|código de error|codigo de error|código error|código interno|código de respuesta|cód",
      status:
        "estado|estado http|código http|codigo http|código de estado|código de estado http|codigo de estado|estatus|status http|http",
      message: "mensaje|mensaje de error|texto|mensaje devuelto|mensaje de respuesta",
      title: "nombre|título|titulo|nombre del error",
      summary:
        "descripción|descripcion|significado|explicación|detalle|detalles|descripción del error|observaciones|definición|notas",
      cause:
        "causa|causas|motivo|razón|posible causa|posibles causas|causa posible|causa probable|cuándo|cuando|cuándo ocurre|cuando ocurre|origen",
      fix: "solución|solucion|acción|accion|acciones|cómo resolver|como resolver|cómo solucionar|cómo solucionarlo|qué hacer|que hacer|acción recomendada|resolución|corrección|recomendación|acción sugerida|posible solución",
      retry: "reintentar|reintento|reintentable|reintentos",
      method: "método|metodo|endpoint|ruta|operación",
      severity: "severidad|gravedad|nivel",
      example: "ejemplo|ejemplos|respuesta",
      category: "tipo|categoría|categoria|tipo de error|clase|módulo",
      error: "error|errores|excepción",
      other:
        "parámetro|campo|tipo de dato|obligatorio|requerido|valor por defecto|versión|fecha|precio|puerto|permiso|evento|cabecera|tamaño",
    },
    aboutErrors: "error|excepcion|excepción|códigos de estado|códigos de respuesta|codigos de respuesta|fallo|rechazo",
    aboutSuccess: "respuestas exitosas|códigos de éxito|eventos",
  },
  {
    language: "pt",
    headFirst: true,
    words: {
      code: "código|codigo|código de erro|código do erro|codigo do erro|codigo de erro|código erro|código interno|cód|código de retorno",
      status:
        "status|status http|código http|codigo http|código de status|estado http|código de status http|código de estado|http",
      message:
        "mensagem|mensagem de erro|mensagem do erro|texto|mensagem para o cliente|mensagem retornada|mensagem de retorno",
      title: "nome|título|titulo|nome do erro",
      summary:
        "descrição|descricao|significado|explicação|detalhe|detalhes|descrição do erro|descrição interna|observação|observações|definição",
      cause:
        "causa|causas|motivo|razão|possível causa|possíveis causas|causa provável|quando|quando ocorre|quando acontece|origem",
      fix: "solução|solucao|ação|acao|ações|como resolver|como corrigir|o que fazer|ação recomendada|resolução|correção|recomendação|possível solução|ação sugerida|tratamento|como tratar",
      retry: "tentar novamente|retentativa|repetir|nova tentativa",
      method: "método|endpoint|rota|operação",
      severity: "severidade|gravidade|nível",
      example: "exemplo|exemplos|resposta",
      category: "tipo|categoria|tipo de erro|classe|módulo",
      error: "erro|erros|exceção",
      other:
        "parâmetro|campo|tipo de dado|obrigatório|padrão|versão|data|preço|porta|permissão|evento|cabeçalho|tamanho",
    },
    aboutErrors: "erro|exceç|excec|códigos de status|códigos de resposta|códigos de retorno|falha|rejeiç",
    aboutSuccess: "códigos de sucesso|respostas de sucesso|eventos",
  },
  {
    language: "fr",
    headFirst: true,
    words: {
      code: "code|code d'erreur|code d’erreur|code erreur|code retour|code de retour|identifiant",
      status:
        "statut|statut http|code http|code statut|code de statut|code statut http|code de statut http|état http|code d'état|code d’état|http|statuts|code de réponse http|code d'état http",
      message:
        "message|message d'erreur|message d’erreur|texte|libellé|message retourné|message renvoyé|message utilisateur",
      title: "nom|titre|nom de l'erreur|intitulé",
      summary:
        "description|signification|explication|détail|détails|définition|remarque|remarques|description de l'erreur|sens|commentaire",
      cause:
        "cause|causes|raison|motif|cause possible|causes possibles|cause probable|quand|origine|condition|conditions|déclencheur|contexte",
      fix: "solution|solutions|action|actions|correction|résolution|comment résoudre|que faire|action recommandée|action à mener|comment corriger|recommandation|remède|action corrective|action client|solution possible",
      retry: "réessayer|réessayable|nouvelle tentative|rejouable",
      method: "méthode|endpoint|route|opération|point d'accès",
      severity: "gravité|sévérité|niveau",
      example: "exemple|exemples|réponse",
      category: "type|catégorie|type d'erreur|type d’erreur|classe|module|famille",
      error: "erreur|erreurs|exception",
      other:
        "paramètre|champ|type de donnée|requis|obligatoire|défaut|par défaut|version|date|prix|port|permission|événement|en-tête|taille",
    },
    aboutErrors: "erreur|exception|codes de retour|codes de réponse|codes de statut|codes d'état|code http|échec|rejet",
    aboutSuccess: "codes de succès|réponses de succès|événements",
  },
  {
    language: "de",
    headFirst: false,
    words: {
      code: "code|fehlercode|fehlernummer|fehler-code|fehlernr|rückgabecode|antwortcode|fehlerschlüssel|fehlerkennung|schlüssel|kennung",
      status: "status|http-status|http status|statuscode|http-statuscode|http-code|http|http statuscode|statuscodes",
      message: "meldung|nachricht|fehlermeldung|fehlertext|text|meldungstext|fehlernachricht",
      title: "name|titel|bezeichnung|fehlername",
      summary:
        "beschreibung|bedeutung|erklärung|erläuterung|details|fehlerbeschreibung|bemerkung|hinweis|anmerkung|hinweise|definition",
      cause:
        "ursache|ursachen|grund|mögliche ursache|mögliche ursachen|auslöser|wann|bedingung|mögliche gründe|fehlerursache",
      fix: "lösung|behebung|maßnahme|maßnahmen|abhilfe|aktion|handlungsempfehlung|empfehlung|lösungsvorschlag|fehlerbehebung|was tun|lösungsansatz|empfohlene aktion|empfohlene maßnahme|reaktion",
      retry: "wiederholen|wiederholbar|erneut versuchen|wiederholung|retry",
      method: "methode|endpunkt|operation|route|pfad",
      severity: "schweregrad|stufe|priorität",
      example: "beispiel|beispiele|antwort",
      category: "typ|kategorie|fehlertyp|fehlerart|klasse|art|modul|fehlerklasse",
      error: "fehler|ausnahme",
      other:
        "parameter|feld|datentyp|pflicht|erforderlich|standard|standardwert|version|datum|preis|port|berechtigung|ereignis|kopfzeile|größe",
    },
    aboutErrors: "fehler|ausnahme|statuscode|antwortcode|rückgabecode|störung|ablehnung",
    aboutSuccess: "erfolgscode|erfolgsmeldung|ereigniss",
  },
  {
    language: "it",
    headFirst: true,
    words: {
      code: "codice|codice errore|codice di errore|codice d'errore|codice di ritorno|codice dell'errore",
      status: "stato|stato http|codice http|codice di stato|codice di stato http|status http|http",
      message: "messaggio|messaggio di errore|messaggio d'errore|testo|messaggio errore",
      title: "nome|titolo|nome errore|denominazione",
      summary: "descrizione|significato|spiegazione|dettaglio|dettagli|note|descrizione errore|descrizione dell'errore",
      cause: "causa|cause|motivo|possibile causa|possibili cause|causa probabile|quando|quando si verifica|origine",
      fix: "soluzione|soluzioni|azione|azioni|rimedio|come risolvere|cosa fare|risoluzione|azione consigliata|correzione|azione correttiva|possibile soluzione",
      retry: "riprova|ritentabile|riprovare|nuovo tentativo",
      method: "metodo|endpoint|percorso|operazione",
      severity: "gravità|livello",
      example: "esempio|esempi|risposta",
      category: "tipo|categoria|tipo di errore|classe|modulo",
      error: "errore|errori|eccezione",
      other:
        "parametro|campo|tipo di dato|obbligatorio|predefinito|versione|data|prezzo|porta|permesso|evento|intestazione|dimensione",
    },
    aboutErrors: "errore|errori|eccezion|codici di stato|codici di risposta|codici di ritorno|guasto",
    aboutSuccess: "codici di successo|eventi",
  },
  {
    language: "nl",
    headFirst: false,
    words: {
      code: "code|foutcode|foutnummer|retourcode",
      status: "status|http-status|statuscode|http-statuscode|http-code|http",
      message: "bericht|foutmelding|melding|tekst|foutbericht",
      title: "naam|titel",
      summary: "omschrijving|beschrijving|betekenis|uitleg|toelichting|details",
      cause: "oorzaak|reden|mogelijke oorzaak|wanneer",
      fix: "oplossing|actie|wat te doen|aanbevolen actie|maatregel",
      retry: "opnieuw proberen|herhaalbaar",
      method: "methode|endpoint",
      severity: "ernst|niveau",
      example: "voorbeeld",
      category: "type|categorie|soort",
      error: "fout|fouten",
      other: "parameter|veld|verplicht|standaard|versie|datum|prijs|poort",
    },
    aboutErrors: "foutcode|fouten|foutmelding|statuscode|responscode",
  },
];
