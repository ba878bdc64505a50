import type { Vocabulary } from "./vocabulary.ts";

/** Languages of East and South-East Asia. */
export const asianWords: readonly Vocabulary[] = [
  {
    language: "zh-hans",
    headFirst: false,
    words: {
      code: "错误码|错误代码|错误编码|返回码|响应码|业务码|编码|码|代码|code|结果码|状态值|错误号|子错误码|业务错误码|code值|返回值|错误码id|编号|错误编号|全局返回码|回执码|码值|业务状态码|错误标识|错误码值",
      status:
        "状态码|http状态码|http 状态码|http 返回码|http返回码|http 状态|http状态|http 响应码|http响应码|http code|http|响应状态码|返回状态码|http 状态代码|http错误码|http 错误码|状态",
      message:
        "错误信息|错误提示|提示|消息|信息|返回信息|提示信息|报错信息|错误消息|返回消息|响应消息|错误文本|msg|message|错误内容|响应信息|返回提示|提示语|默认消息|文案|提示文案|英文提示",
      title: "名称|错误名称|错误名|标题|错误码名称|枚举|常量|英文名|枚举名|常量名|枚举值",
      summary:
        "说明|描述|含义|详细信息|详细说明|错误描述|错误说明|解释|备注|详细说明|错误含义|详情|中文说明|中文描述|意义|释义|注释|详细描述|状态说明|错误码说明|错误详情|错误码描述|返回码说明|含义说明|具体含义",
      cause:
        "原因|可能原因|错误原因|触发条件|触发场景|产生原因|出错原因|场景|可能的原因|常见原因|失败原因|问题原因|原因分析|触发时机|出现场景|使用场景|适用场景|何时出现",
      fix: "解决方案|解决方法|解决办法|处理建议|处理方法|处理方式|处理办法|处理措施|建议|排查方法|建议处理|排查建议|解决措施|措施|修复建议|处理|解决|客户端处理|排查方向|建议操作|应对措施|如何处理|修复方法|处理方案|对策|解决建议|前端处理|操作建议|排查思路|修复|建议处理方式|客户端行为|客户端动作|建议动作",
      retry: "重试|是否可重试|可重试|是否重试|重试建议|可否重试|重试策略",
      method: "接口|方法|请求方式|路径|适用接口|接口名称|来源|使用位置|涉及接口|端点",
      severity: "级别|严重程度|等级|严重级别|错误级别|日志级别",
      example: "示例|样例|例子|响应示例|返回示例|响应",
      category: "类型|错误类型|分类|类别|模块|错误类别|所属模块|异常类|类|错误分类|功能模块|系统|范围|码段|号段|异常",
      error: "错误|异常|报错|问题|现象|故障|报错现象",
      other:
        "参数|参数名|字段|字段名|数据类型|必填|是否必填|必须|是否必须|默认值|版本|日期|时间|价格|端口|权限|事件|请求头|大小|取值|变量|配置项|功能",
    },
    aboutErrors: "错误|异常|报错|状态码|返回码|响应码|故障|失败码|业务码|排错|排障|服务未开通|不存在错误",
    aboutSuccess: "成功码|事件码|事件类型|成功响应",
  },
  {
    language: "zh-hant",
    headFirst: false,
    words: {
      code: "錯誤碼|錯誤代碼|錯誤編碼|回傳碼|回應碼|代碼|編碼|碼|返回碼|回覆碼|錯誤編號|狀態代號|代號|回應代碼|回傳代碼|業務碼|訊息代碼",
      status:
        "狀態碼|http狀態碼|http 狀態碼|http 狀態|http狀態|http 回應碼|http 代碼|狀態|http 狀態代碼|http 錯誤碼|回應狀態碼",
      message: "錯誤訊息|訊息|提示|提示訊息|回傳訊息|錯誤提示|訊息內容|回應訊息|錯誤信息|信息|文字訊息|返回訊息",
      title: "名稱|錯誤名稱|標題|列舉|常數",
      summary: "說明|描述|意義|詳細資訊|含義|錯誤描述|錯誤說明|解釋|備註|詳細說明|中文說明|代碼說明|詳情|意思|狀態說明",
      cause: "原因|可能原因|錯誤原因|觸發條件|發生原因|情境|發生情境|觸發時機|觸發情境|場景|使用情境|何時發生",
      fix: "解決方案|解決方法|解決辦法|處理建議|處理方法|處理方式|建議|建議處理|排除方法|修復建議|處理|因應措施|建議處理方式|如何處理|建議動作|對策|前端處理|處置方式|建議做法",
      retry: "重試|可重試|是否可重試|是否重試",
      method: "介面|方法|端點|路徑|適用端點|適用 api|來源",
      severity: "等級|嚴重程度|層級|嚴重性",
      example: "範例|示例|回應範例|回應",
      category: "類型|錯誤類型|分類|類別|模組|例外類別|錯誤分類",
      error: "錯誤|例外|異常|問題",
      other:
        "參數|參數名稱|欄位|欄位名稱|資料類型|型別|資料型別|必填|預設值|版本|日期|價格|埠|連接埠|權限|事件|大小|變數|設定",
    },
    aboutErrors: "錯誤|例外|異常|狀態碼|回應碼|回傳碼|返回碼|失敗|回覆碼|故障",
    aboutSuccess: "成功碼|事件代碼|成功回應",
  },
  {
    language: "ja",
    headFirst: false,
    words: {
      code: "コード|エラーコード|エラー番号|レスポンスコード|結果コード|識別子|エラーid|応答コード|リターンコード|エラー識別子|番号|エラーキー",
      status:
        "ステータス|ステータスコード|httpステータス|httpステータスコード|http ステータス|http ステータスコード|httpコード|http|状態コード|http コード|応答ステータス",
      message:
        "メッセージ|エラーメッセージ|文言|メッセージ内容|表示メッセージ|エラー文言|ユーザー向けメッセージ|返却メッセージ|表示文言|メッセージ例|エラー文",
      title: "名前|名称|タイトル|エラー名|定数名|定数|シンボル",
      summary: "説明|意味|内容|詳細|概要|エラー内容|エラーの説明|備考|解説|エラー詳細|エラーの意味|補足|エラーの内容",
      cause:
        "原因|理由|発生条件|条件|発生原因|考えられる原因|発生理由|エラー原因|発生タイミング|主な原因|発生ケース|エラーの原因|トリガー|ケース|発生箇所|想定原因|発生シーン",
      fix: "対処|対処法|対処方法|対応|対応方法|解決策|解決方法|対策|処置|復旧方法|アクション|推奨アクション|推奨対応|対応策|修正方法|クライアント対応|解決法|対応例|ユーザー対応|クライアント側の対応|リカバリー|推奨対処|クライアントの対応|対処例",
      retry: "リトライ|再試行|再試行可否|リトライ可否|再試行可能|リトライ可能",
      method: "エンドポイント|メソッド|api|対象api|該当api|対象エンドポイント|パス",
      severity: "重大度|レベル|深刻度|ログレベル",
      example: "例|サンプル|レスポンス例|レスポンス",
      category: "種別|種類|分類|カテゴリ|タイプ|カテゴリー|例外クラス|例外|エラー種別|エラータイプ|クラス|区分",
      error: "エラー|例外|事象|症状|異常",
      other:
        "パラメータ|パラメーター|項目|項目名|型|データ型|必須|デフォルト|初期値|バージョン|日付|価格|ポート|権限|イベント|サイズ|フィールド|フィールド名|変数|機能",
    },
    aboutErrors: "エラー|例外|異常|ステータスコード|レスポンスコード|応答コード|障害|トラブルシュ",
    aboutSuccess: "成功コード|イベント一覧|成功時",
  },
  {
    language: "ko",
    headFirst: false,
    words: {
      code: "코드|에러 코드|에러코드|오류 코드|오류코드|응답 코드|응답코드|결과 코드|결과코드|에러 번호|오류 번호|내부 코드|커스텀 코드|예외 코드|실패 코드",
      status:
        "상태|상태 코드|상태코드|http 상태|http 상태 코드|http 상태코드|http상태코드|http 코드|http|http 응답 코드|응답 상태|http status",
      message:
        "메시지|에러 메시지|오류 메시지|에러메시지|오류메시지|메세지|에러 메세지|응답 메시지|문구|기본 메시지|사용자 메시지|예외 메시지",
      title: "이름|명칭|제목|에러명|오류명|상수명|상수|에러 이름|enum",
      summary: "설명|의미|내용|상세|상세 설명|비고|에러 설명|오류 설명|오류 내용|에러 내용|해설|상세 내용|참고",
      cause:
        "원인|사유|발생 조건|발생 원인|이유|조건|발생 상황|가능한 원인|상황|주요 원인|발생 이유|언제|발생 케이스|발생 시점|발생 시나리오|케이스|트리거",
      fix: "해결|해결 방법|해결방법|조치|조치 방법|대응|대응 방법|해결책|조치사항|조치 사항|해결 방안|처리 방법|대처 방법|권장 조치|권장 대응|대처|처리|클라이언트 처리|대응방법|조치방법|클라이언트 대응|복구 방법|프론트 처리|클라이언트 동작",
      retry: "재시도|재시도 가능|재시도 여부|재시도 가능 여부",
      method: "엔드포인트|메서드|메소드|api|경로|사용처|발생 api|발생 위치",
      severity: "심각도|레벨|등급|로그 레벨",
      example: "예시|예|응답 예시|응답",
      category: "유형|분류|종류|타입|카테고리|구분|에러 타입|에러 유형|도메인|예외 클래스|오류 유형|예외|모듈",
      error: "에러|오류|문제|증상",
      other:
        "파라미터|필드|필드명|데이터 타입|필수|필수 여부|기본값|버전|날짜|가격|포트|권한|이벤트|크기|변수|기능|매개변수|항목",
    },
    aboutErrors: "에러|오류|예외|상태 코드|상태코드|응답 코드|응답코드|장애|실패",
    aboutSuccess: "성공 코드|성공코드|성공 응답|이벤트",
  },
  {
    language: "vi",
    headFirst: true,
    words: {
      code: "mã|mã lỗi|code|mã phản hồi|mã kết quả|mã trả về|mã số|mã lỗi nội bộ",
      status: "trạng thái|mã trạng thái|mã http|http|trạng thái http|mã trạng thái http|http status",
      message: "thông báo|thông điệp|thông báo lỗi|nội dung|tin nhắn|nội dung lỗi|thông điệp lỗi|thông báo trả về",
      title: "tên|tiêu đề|tên lỗi",
      summary: "mô tả|ý nghĩa|giải thích|chi tiết|diễn giải|ghi chú|mô tả lỗi|ý nghĩa lỗi|diễn giải lỗi",
      cause: "nguyên nhân|lý do|khi nào|điều kiện|nguyên nhân có thể|trường hợp|khi nào xảy ra|tình huống",
      fix: "cách khắc phục|khắc phục|xử lý|cách xử lý|giải pháp|hành động|hướng xử lý|hướng khắc phục|hướng giải quyết|cách giải quyết|hướng dẫn xử lý|đề xuất|khuyến nghị",
      retry: "thử lại|có thể thử lại|cho phép thử lại",
      method: "phương thức|api|endpoint|đường dẫn",
      severity: "mức độ|mức độ nghiêm trọng|cấp độ",
      example: "ví dụ|phản hồi",
      category: "loại|loại lỗi|nhóm|phân loại|danh mục|mô-đun|module",
      error: "lỗi|ngoại lệ",
      other: "tham số|trường|kiểu dữ liệu|kiểu|bắt buộc|mặc định|phiên bản|ngày|giá|cổng|quyền|sự kiện|kích thước",
    },
    aboutErrors: "lỗi|ngoại lệ|mã trạng thái|mã phản hồi|mã kết quả|mã trả về|sự cố",
    aboutSuccess: "mã thành công|sự kiện|phản hồi thành công",
  },
  {
    language: "id",
    headFirst: true,
    words: {
      code: "kode|kode error|kode kesalahan|kode galat|kode respons|kode respon|kode eror|kode balasan",
      status: "status|status http|kode http|kode status|kode status http|http|status kode",
      message: "pesan|pesan error|pesan kesalahan|pesan galat|teks|isi pesan|pesan eror",
      title: "nama|judul|nama error",
      summary: "deskripsi|keterangan|arti|penjelasan|makna|detail|catatan|rincian|uraian",
      cause: "penyebab|alasan|sebab|kemungkinan penyebab|kapan|kondisi|kapan terjadi|pemicu",
      fix: "solusi|tindakan|perbaikan|cara mengatasi|cara memperbaiki|penanganan|saran|penyelesaian|yang harus dilakukan|langkah|rekomendasi|aksi|cara penanganan",
      retry: "coba lagi|bisa dicoba lagi|ulang|percobaan ulang|dapat dicoba ulang",
      method: "metode|endpoint|jalur|operasi",
      severity: "tingkat|keparahan|level",
      example: "contoh|respons|respon",
      category: "tipe|jenis|kategori|jenis error|jenis kesalahan|kelas|modul|tipe error",
      error: "kesalahan|galat|error|eror",
      other: "parameter|kolom|tipe data|wajib|bawaan|versi|tanggal|harga|port|izin|peristiwa|ukuran|field",
    },
    aboutErrors: "kesalahan|galat|eror|error|kode status|kode respons|kode respon|kegagalan",
    aboutSuccess: "kode sukses|respons sukses|peristiwa",
  },
  {
    language: "th",
    headFirst: true,
    words: {
      code: "รหัส|รหัสข้อผิดพลาด|โค้ด|รหัสตอบกลับ",
      status: "สถานะ|รหัสสถานะ|สถานะ http|รหัสสถานะ http",
      message: "ข้อความ|ข้อความแสดงข้อผิดพลาด|ข้อความข้อผิดพลาด",
      summary: "คำอธิบาย|ความหมาย|รายละเอียด",
      cause: "สาเหตุ|เหตุผล",
      fix: "วิธีแก้ไข|การแก้ไข|แนวทางแก้ไข|วิธีแก้",
      example: "ตัวอย่าง",
      category: "ประเภท|หมวดหมู่",
      error: "ข้อผิดพลาด",
    },
    aboutErrors: "ข้อผิดพลาด|รหัสสถานะ|รหัสตอบกลับ",
  },
];
