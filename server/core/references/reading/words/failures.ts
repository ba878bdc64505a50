/** Parts of words that tell of failure in explanations and messages, by language. */
const failures: readonly string[] = [
  // en
  "error|fail|invalid|not found|unknown|denied|forbid|unauthor|not allowed|not support|not exist|does not|doesn't|cannot|can't|could not|unable|missing|expired|exceed|too many|too large|too long|timeout|timed out|unavailable|already|duplicate|conflict|insufficient|not enough|incorrect|wrong|malformed|rejected|refused|blocked|disabled|must be|must not|is required|required|mismatch|unsupported|illegal|bad request|empty|not authenticated|no permission|limit reached|maximum number|restricted|not available|not valid|not permitted|not enabled|not active|internal|reached",
  // es, pt
  "inválid|invalid|no encontrad|não encontrad|falló|fallid|falh|no autorizad|não autorizad|expirad|denegad|negad|incorrect|incorret|no existe|não existe|já existe|ya existe|obligatori|obrigatóri|no se pudo|não foi possível|excedid|ausente|inesperad|não informad|cadastrad|insuficiente|sem estoque|sin permiso|sem permissão|rechazad|recusad",
  // fr
  "invalide|introuvable|erreur|échec|échou|non autoris|expiré|refus|incorrect|n'existe pas|manquant|interdit|dépass|impossible|existe déjà|insuffisant|indisponible",
  // de, nl
  "ungültig|nicht gefunden|fehler|fehlgeschlagen|abgelaufen|verweigert|existiert nicht|existiert bereits|fehlt|nicht erlaubt|überschritten|nicht möglich|konnte nicht|falsch|gesperrt|abgelehnt|ongeldig|niet gevonden|mislukt|verlopen|ontbreekt|geweigerd",
  // it
  "non valid|non trovat|errore|fallit|scadut|negat|mancante|non esiste|esiste già|superat|impossibile|non autorizzat|rifiutat",
  // pl
  "nieprawidłow|nie znalezion|błąd|błęd|wygas|odmow|brak|nie istnieje|już istnieje|przekrocz|niepowodz|nieznan|zablokowan",
  // ru, uk
  "ошибк|ошибоч|неверн|не найден|недоступ|истек|истёк|запрещ|превыш|некорректн|отсутств|не удал|не существ|уже сущест|недостаточн|неизвестн|нельзя|недействит|не поддерж|отказ|невозможн|заблокир|обязател",
  "помилк|невірн|не знайден|недоступн|заборон|перевищ|некоректн|відсутн|не вдал|не існу|вже існу|недостатн|невідом|не підтрим|відмов|неможлив|заблокован|закінчи",
  // tr
  "geçersiz|bulunamadı|hata|başarısız|süresi dol|reddedil|eksik|yetkisiz|hatalı|zaten|aşıldı|yetersiz|desteklenm|bilinmeyen|engellen|izin yok|zorunlu",
  // zh
  "失败|错误|无效|不存在|未找到|不能|超时|拒绝|过期|缺少|异常|非法|不支持|禁止|未授权|不足|已存在|重复|超过|超出|不正确|未知|不合法|不允许|无权|为空|不可用|限制|不匹配|冲突|不可|有误|未登录",
  "失敗|錯誤|無效|找不到|逾時|拒絕|過期|異常|非法|不支援|未授權|已存在|重複|超過|超出|不正確|不允許|無權|為空|無法|限制|衝突|無此|尚未|不合法",
  // ja
  "エラー|無効|不正|見つかり|できません|できない|期限切れ|タイムアウト|存在しない|存在しません|失敗|権限|重複|超え|超過|不足|未対応|拒否|誤り|必須|禁止|不明",
  // ko
  "실패|오류|에러|없습니다|없는|잘못|만료|초과|유효하지|존재하지|이미|불가|않습니다|중복|거부|금지|찾을 수|부족|누락|일치하지|필수|권한|올바르지",
  // vi, id
  "không hợp lệ|không tìm thấy|lỗi|thất bại|hết hạn|từ chối|không tồn tại|đã tồn tại|thiếu|vượt quá|không đủ|không thể|không đúng|chưa|bị khóa|không có quyền|bắt buộc",
  "tidak valid|tidak ditemukan|kesalahan|gagal|kedaluwarsa|kadaluarsa|ditolak|tidak sah|tidak dapat|tidak boleh|sudah ada|sudah terdaftar|melebihi|tidak cukup|tidak tersedia|salah|wajib|tidak memiliki|berakhir",
  // ar, fa, he
  "غير صالح|غير موجود|خطأ|فشل|منته|انته|مرفوض|غير مصرح|مفقود|غير صحيح|موجود بالفعل|تجاوز|لا يمكن|غير مدعوم|محظور|ليس لديك|غير متوفر|مطلوب|غير كاف",
  "نامعتبر|یافت نشد|خطا|ناموفق|منقضی|مجاز نیست|وجود ندارد|اشتباه|نادرست|غیر فعال|نیست|مسدود|تکراری|ناقص|امکان",
  "שגיאה|לא תקי|לא נמצא|נכשל|פג תוקף|נדחת|נדחה|לא מורש|לא קיים|כבר קיים|חסר|חריגה|נעול|אין ",
  // hi
  "अमान्य|नहीं मिल|त्रुटि|विफल|समाप्त|अस्वीक|गलत|अनुपलब्ध|पहले से|अपर्याप्त|अधिक|नहीं",
];

const pattern = new RegExp(
  failures
    .flatMap((list) => list.split("|"))
    .map((word) => word.normalize("NFC"))
    .join("|"),
  "iu",
);

/** Whether a text tells of something that went wrong. */
export function tellsOfFailure(text: string): boolean {
  return pattern.test(text.slice(0, 400).normalize("NFC"));
}
