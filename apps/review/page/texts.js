// What the page says, in both languages. `{0}` stands for the first argument. Messages about the data itself come
// from the server.
const kTexts = {
  app: ["ตรวจข้อมูลกับต้นฉบับ", "Check against the original"],
  view_review: ["ตรวจทีละรายการ", "Records"],
  view_groups: ["ตรวจเป็นกลุ่ม", "Groups"],
  view_sampling: ["สุ่มตรวจ", "Sampling"],
  view_second: ["ตรวจยืนยันโดยคนที่สอง", "Second reading"],
  keys: ["ปุ่มลัด", "Keys"],
  other_language: ["English", "ไทย"],
  reviewer: ["ผู้ตรวจ", "Reviewer"],

  list: ["รายการงาน", "Work list"],
  search: ["ค้นหา", "Search"],
  document: ["เอกสาร", "Document"],
  all_documents: ["ทุกเอกสาร", "All documents"],
  filter: ["แสดง", "Show"],
  filter_awaiting: ["รอตรวจ", "Awaiting"],
  filter_sample: ["ตัวอย่าง", "Sample"],
  filter_unseen: ["ยังไม่ตรวจ", "Not yet seen"],
  filter_all: ["ทั้งหมด", "All"],
  progress: ["รอตรวจ {0} ช่อง · ตรวจแล้ว {1} จาก {2} ช่อง", "To check: {0} · decided: {1} of {2} fields"],
  records_count: ["{0} รายการ", "Records: {0}"],
  list_empty: ["ไม่มีรายการตามที่เลือก", "Nothing matches"],
  risk_failed: ["ไม่ผ่านการตรวจสอบ", "failed a check"],
  risk_unsure: ["อ่านไม่แน่ใจ", "read unsurely"],
  risk_sample: ["ตัวอย่าง", "in the sample"],
  risk_rest: ["อื่น ๆ", "the rest"],
  awaiting_count: ["รอตรวจ {0}", "{0} to check"],
  seen: ["ตรวจแล้ว", "seen"],
  page_short: ["หน้า {0}", "p. {0}"],
  loading: ["กำลังโหลด…", "Loading…"],

  original: ["ต้นฉบับ", "Original"],
  page_of: ["หน้า {0} จาก {1}", "Page {0} of {1}"],
  page_image: ["ภาพหน้า {0}", "Image of page {0}"],
  no_image: ["แสดงภาพหน้า {0} ไม่ได้", "Page {0} cannot be shown"],
  zoom_in: ["ขยาย", "Zoom in"],
  zoom_out: ["ย่อ", "Zoom out"],
  fit_width: ["พอดีกว้าง", "Fit width"],
  fit_value: ["พอดีค่า", "Fit value"],
  pieces: ["เฉพาะแถวนี้", "Row only"],
  whole_pages: ["ทั้งหน้า", "Whole pages"],

  record: ["รายการ", "Record"],
  record_number: ["ลำดับที่ {0}", "No. {0}"],
  place_of: ["{0} / {1}", "{0} / {1}"],
  previous_record: ["รายการก่อนหน้า", "Previous record"],
  next_record: ["รายการถัดไป", "Next record"],
  held_by: ["{0} กำลังตรวจรายการนี้อยู่ ดูได้ แต่ยังบันทึกไม่ได้", "{0} is checking this record: you can look, but not save yet"],
  joined: ["ต่อหน้า {0} กับ {1}: {2} ({3}%)", "Pages {0} and {1} joined: {2} ({3}%)"],
  strategy: ["ยุทธศาสตร์", "Strategy"],
  project: ["โครงการ", "Project"],
  crop_of: ["ภาพที่พิมพ์ในช่อง {0}", "The print of {0}"],
  held_elsewhere: ["รายการนี้เปิดอยู่ในอีกหน้าต่างในชื่อของท่าน", "This record is open in another window under your name"],
  take_over: ["ตรวจในหน้าต่างนี้แทน", "Check it in this window"],
  drawn_table: ["ตาราง", "Table"],
  no_grid: ["ไม่พบตารางนี้ในต้นฉบับ", "The original has no such table"],
  place_cell: ["แผ่นงาน {0} ช่อง {1}", "Sheet {0}, cell {1}"],
  place_row: ["ตารางที่ {0} แถว {1} คอลัมน์ {2}", "Table {0}, row {1}, column {2}"],
  place_paragraph: ["ย่อหน้าที่ {0}", "Paragraph {0}"],
  no_words: ["ไม่มีที่บนหน้ากระดาษ", "No place on the paper"],
  text: ["ข้อความ", "Text"],
  value: ["ค่าที่บันทึก", "Value"],
  value_none: ["ว่าง", "none"],
  status_completed: ["ดำเนินการแล้ว", "Completed"],
  status_in_progress: ["กำลังดำเนินการ", "In progress"],
  status_not_started: ["ยังไม่ดำเนินการ", "Not started"],
  status_cancelled: ["ยกเลิก", "Cancelled"],
  not_understood: ["อ่านเป็นค่าไม่ได้", "not understood"],
  not_understood_stays: ["{0}: อ่านเป็นค่าไม่ได้ แก้ค่า หรือกด Esc เพื่อคืนค่าเดิม", "{0}: this value is not understood. Change it, or press Esc to restore it"],
  raw: ["ที่อ่านได้เดิม", "As read"],
  extracted: ["ก่อนแก้", "Before correction"],
  source: ["ที่มา", "Source"],
  source_text_layer: ["ตัวอักษรใน PDF", "text of the PDF"],
  source_file: ["ข้อความในไฟล์", "text of the file"],
  source_ocr: ["อ่านจากภาพ", "read from the image"],
  source_person: ["แก้ไขโดยเจ้าหน้าที่", "a person"],
  confidence: ["มั่นใจ {0}%", "{0}% sure"],
  state_awaiting: ["รอตรวจ", "to check"],
  state_sample: ["ตัวอย่าง", "sample"],
  state_draft: ["ยังไม่บันทึก", "not saved"],
  state_pending: ["กำลังบันทึก", "saving"],
  kind_accept: ["ถูกต้อง", "correct"],
  kind_correct: ["แก้แล้ว", "corrected"],
  kind_unreadable: ["อ่านไม่ออก", "cannot be read"],
  kind_not_here: ["ไม่มีในหน้านี้", "not on this page"],
  kind_split: ["แยกรายการ", "split"],
  kind_join: ["รวมรายการ", "joined"],
  kind_add: ["เพิ่มรายการ", "added"],
  kind_remove: ["ตัดรายการออก", "removed"],
  kind_undo: ["เลิกทำ", "undone"],
  kind_second: ["ตรวจยืนยัน", "read again"],
  state_displaced: ["หาที่เดิมไม่พบหลังอ่านใหม่", "lost its place after rereading"],
  state_undone: ["เลิกทำแล้ว", "undone"],
  state_replaced: ["มีการตัดสินใหม่แทน", "replaced by a later one"],
  history: ["ประวัติ", "History"],
  by_at: ["{0} · {1}", "{0} · {1}"],
  was_now: ["“{0}” → “{1}”", "“{0}” → “{1}”"],
  undo: ["เลิกทำ", "Undo"],
  accept: ["ถูกต้อง / บันทึก", "Accept / save"],
  more: ["จัดการรายการ ▾", "This record"],

  saved: ["บันทึกแล้ว: {0} {1}", "Saved: {0} {1}"],
  undone: ["เลิกทำแล้ว", "Undone"],
  nothing_to_undo: ["ไม่มีอะไรให้เลิกทำ", "Nothing to undo"],
  restored: ["คืนค่าเดิมแล้ว", "Restored"],
  all_done_but: ["ตรวจครบแล้ว ไม่มีช่องที่รออีก แต่มีเอกสารที่ไม่ได้กิจกรรม {0} ฉบับ", "Nothing awaits a person, but {0} documents gave no activity"],
  without: ["เอกสารที่ไม่ได้กิจกรรม {0} ฉบับ", "Documents without activities: {0}"],
  all_done: ["ตรวจครบแล้ว ไม่มีช่องที่รออีก", "All done: nothing awaits a person"],
  end_of_list: ["สุดรายการแล้ว", "End of the list"],
  save_failed: ["บันทึกช่อง “{0}” ไม่ได้: {1} ข้อความที่พิมพ์ยังอยู่", "“{0}” could not be saved: {1} What you typed is kept."],
  offline: ["ติดต่อโปรแกรมไม่ได้ ดูว่า tarang review ยังทำงานอยู่", "The program does not answer; is tarang review still running?"],
  token: ["การเชื่อมต่อหมดอายุ กรุณาเปิดลิงก์ล่าสุด", "No access: open the printed address again"],
  failed: ["โปรแกรมตอบผิดพลาด", "The program answered with an error"],
  go_there: ["ไปที่ช่องนั้น", "Go there"],
  retry: ["ลองอีกครั้ง", "Try again"],
  dismiss: ["ปิด", "Dismiss"],
  cancel: ["ยกเลิก", "Cancel"],
  close: ["ปิด", "Close"],

  unsaved_title: ["มีข้อความที่ยังไม่ได้บันทึก", "Something is not saved"],
  unsaved_text: ["ช่องที่แก้ไว้: {0}", "Changed: {0}"],
  save: ["บันทึก", "Save"],
  discard: ["ทิ้ง", "Discard"],
  stay: ["อยู่ต่อ", "Stay"],
  stale_title: ["มีผู้อื่นแก้ช่อง “{0}” ไปก่อนแล้ว", "Someone else decided “{0}” first"],
  stale_theirs: ["ของผู้อื่น ({0})", "Theirs ({0})"],
  stale_mine: ["ของฉัน", "Mine"],
  use_theirs: ["ใช้ของผู้อื่น", "Keep theirs"],
  use_mine: ["ใช้ของฉัน", "Use mine"],
  empty: ["(ว่าง)", "(empty)"],

  reason: ["เหตุผล (ไม่บังคับ)", "Reason (optional)"],
  split: ["แยกที่หน้า…", "Split at a page…"],
  split_text: ["ส่วนที่อยู่ตั้งแต่หน้านี้ไปจะเป็นอีกรายการหนึ่ง", "What stands from this page on becomes a record of its own."],
  split_from: ["แยกตั้งแต่หน้า", "Split from page"],
  split_one_page: ["รายการนี้อยู่หน้าเดียว แยกไม่ได้", "This record stands on one page and cannot be split"],
  join: ["รวมกับรายการถัดไป…", "Join with the following…"],
  join_of: ["รวมลำดับที่ {0} กับรายการถัดไป", "Join no. {0} with the following"],
  join_text: ["ข้อความของรายการถัดไปจะต่อท้ายรายการนี้ ช่องต่อช่อง", "The following record's text is put after this one's, field by field."],
  join_last: ["ไม่มีรายการถัดไปในเอกสารนี้", "No record follows in this document"],
  remove: ["ตัดรายการออก…", "Remove…"],
  remove_of: ["ตัดรายการลำดับที่ {0} ออก", "Remove no. {0}"],
  remove_text: ["รายการนี้จะไม่อยู่ในผลที่ส่งออก เลิกทำได้", "This record will not be exported. It can be undone."],
  add: ["เพิ่มรายการ…", "Add a record…"],
  add_text: ["ลากกรอบรอบแถวบนหน้า หรือพิมพ์ตำแหน่ง แล้วกรอกช่องที่มี", "Draw a box around the row on the page, or type its place; then fill in what is there."],
  add_page: ["หน้า", "Page"],
  place: ["ตำแหน่ง (พอยต์)", "Place (points)"],
  place_x: ["ซ้าย", "Left"],
  place_y: ["บน", "Top"],
  place_width: ["กว้าง", "Width"],
  place_height: ["สูง", "Height"],
  place_missing: ["วาดกรอบหรือพิมพ์ตำแหน่งก่อน", "Draw or type the place first"],

  group_kind: ["ดูทีละ", "Side by side"],
  group_money: ["เงิน", "Money"],
  group_status: ["สถานะ", "Status"],
  group_period: ["ระยะเวลา", "Period"],
  group_number: ["ลำดับที่", "Number"],
  group_digits: ["ตัวเลขทีละตัว", "Digits"],
  group_values: ["ค่า", "Values"],
  group_hint: ["ลูกศรเลื่อน · Space ทำเครื่องหมายรายการที่ผิดปกติ · Enter เปิด · Shift+Enter ตรวจทุกรายการที่ทำเครื่องหมาย", "Arrows move · Space marks an odd one · Enter opens · Shift+Enter reviews all marked"],
  group_review: ["ตรวจรายการที่ทำเครื่องหมาย ({0})", "Review the marked ({0})"],
  group_marked: ["ทำเครื่องหมายแล้ว", "marked"],
  group_more: ["เพิ่มอีก {0}", "{0} more"],
  group_pick: ["เลือกค่าทางซ้าย", "Choose a value on the left"],

  teach: ["สอนแบบของตารางนี้…", "Teach its table's form…"],
  teach_title: ["สอนแบบของตาราง", "Teach the form of this table"],
  teach_tag: ["สอนแบบ", "teach"],
  teach_row: ["ตารางที่โปรแกรมไม่รู้จัก", "A table that no form explains"],
  teach_documents: ["มีหัวตารางนี้ในเอกสาร {0} ฉบับ สอนครั้งเดียวใช้ได้ทุกฉบับ", "Documents with these headers: {0}. Taught once, all are read with it."],
  teach_of: ["{0} ฉบับ", "{0} documents"],
  teach_header: ["หัวตารางที่พิมพ์", "Printed header"],
  teach_field: ["คือช่องใด", "Which field it is"],
  teach_nothing: ["– เก็บไว้ตามหัวตาราง", "– kept under its header"],
  teach_name: ["ชื่อแบบ", "Name of the form"],
  teach_accept: ["ใช้แบบนี้กับทุกเอกสาร", "Use it for all documents"],
  teach_total: ["ได้ {0} กิจกรรมจากเอกสารนี้", "Activities in this document: {0}"],
  teach_no_records: ["เลือกแบบนี้แล้วไม่ได้กิจกรรมเลย", "These choices give no activity"],
  teach_reading: ["กำลังอ่านใหม่ {0} จาก {1} ฉบับ…", "Reading again: {0} of {1} documents…"],
  teach_taught: ["{0}: ใช้กับเอกสาร {1} ฉบับ ได้ {2} กิจกรรม", "{0}: {1} documents, {2} activities"],
  teach_forgotten: ["เลิกใช้ {0} แล้ว อ่านใหม่ {1} ฉบับ", "{0} is no longer used; documents read again: {1}"],
  teach_failed: ["อ่านใหม่ไม่ได้ {0} ฉบับ", "Could not be read again: {0}"],
  teach_go_on: ["ไปตรวจต่อ", "Go on"],
  teach_undo: ["เลิกใช้แบบนี้", "Take the form back"],
  teach_forms: ["แบบที่สอนไว้ {0}", "Taught forms: {0}"],
  teach_use: ["{0} ฉบับ {1} กิจกรรม", "{0} documents, {1} activities"],
  teach_forget: ["เลิกใช้", "Take back"],
  teach_forget_title: ["เลิกใช้ {0}", "Take back {0}"],
  teach_forget_text: ["เอกสาร {0} ฉบับจะอ่านใหม่โดยไม่ใช้แบบนี้ {1} กิจกรรมที่ได้จากแบบนี้จะหายไป สอนใหม่ได้ และการตัดสินที่ทำไว้ยังเก็บไว้", "{0} documents are read again without it, and its {1} activities go. It can be taught again; decisions are kept."],

  second_intro: ["พิมพ์ตามที่เห็นในภาพ โดยไม่เห็นว่าผู้ตรวจคนแรกอ่านว่าอะไร ถ้าไม่ตรงกันจะให้คนที่สามตรวจ", "Type what the print says, without seeing what the first reviewer made of it. Where the two differ, a third person looks."],
  second_which: ["อ่านช่อง", "Which fields"],
  second_all: ["ทุกช่องที่ตรวจแล้ว", "All that were decided"],
  second_money: ["งบประมาณ", "Amounts"],
  second_period: ["ระยะเวลา", "Periods"],
  second_status: ["สถานะ", "Statuses"],
  second_number: ["ลำดับที่", "Numbers"],
  second_left: ["เหลือ {0} ช่อง", "{0} left"],
  second_none: ["ไม่มีช่องที่รอตรวจยืนยัน ช่องที่ตรวจเองต้องให้ผู้อื่นยืนยัน เปิดด้วย --reviewer ชื่ออื่น", "No field waits for a second reading"],
  second_print: ["ภาพข้อความ", "The print"],
  second_type: ["อ่านว่า (เว้นว่างถ้าอ่านไม่ออก)", "It says (empty: cannot be read)"],
  second_empty: ["ยังไม่ได้พิมพ์อะไร บันทึกว่าอ่านไม่ออกหรือไม่", "Nothing is typed. Save that it cannot be read?"],
  second_save: ["บันทึก", "Save"],
  second_same: ["ช่องก่อนหน้า: ตรงกัน", "The field before: both agree"],
  second_differs: ["ช่องก่อนหน้า: ไม่ตรงกัน ส่งให้คนที่สามตรวจแล้ว", "The field before: they differ; a third person will look"],

  sample_new: ["เริ่มสุ่มตัวอย่าง", "Start a sample"],
  sample_from: ["สุ่มจาก", "From"],
  sample_seed: ["เลขชุดสุ่ม (ใช้เลขเดิมได้ตัวอย่างเดิม)", "Seed"],
  sample_aql: ["ยอมให้ผิดได้ไม่เกิน (ร้อยละ)", "AQL (%)"],
  sample_start: ["สุ่ม", "Draw the sample"],
  sample_go_on: ["ตรวจต่อ", "Go on"],
  sample_title: ["ตัวอย่างที่ {0}", "Sample {0}"],
  sample_plan: ["ชุด {0} ช่อง · ตัวอย่าง {1} ช่อง (รหัส {2}, AQL {3}) · ผ่านเมื่อพบผิดไม่เกิน {4} ช่อง", "Lot of {0} fields · sample of {1} (letter {2}, AQL {3}) · accepted with at most {4} wrong"],
  sample_state: ["ตรวจแล้ว {0} จาก {1} ช่อง ผิด {2}", "{0} of {1} checked, {2} wrong"],
  sample_rate: ["อัตราผิด {0}% (ช่วงความเชื่อมั่น 95%: {1}% ถึง {2}%)", "{0}% wrong (95% interval: {1}% to {2}%)"],
  verdict_accepted: ["ผ่าน: รับข้อมูลชุดนี้ได้", "Accepted: this data is good enough"],
  verdict_rejected: ["ไม่ผ่าน: ต้องตรวจทั้งชุด", "Rejected: check the whole lot"],
  verdict_open: ["ยังตรวจไม่ครบ", "Not finished"],
  sample_none: ["ยังไม่มีการสุ่มตัวอย่าง", "No sample yet"],
  sample_done: ["ตรวจตัวอย่างครบแล้ว", "The sample is finished"],

  keys_title: ["ปุ่มลัด", "Keys"],
  keys_note: ["ใช้ได้ทั้งแป้นไทยและอังกฤษ", "They work with a Thai and an English keyboard layout"],
};

const kLanguages = ["th", "en"];
let current = 0;

export function loadLanguage() {
  current = Math.max(0, kLanguages.indexOf(localStorage.getItem("tarang.language")));
  document.documentElement.lang = language();
}

export const language = () => kLanguages[current];

export function switchLanguage() {
  current = 1 - current;
  localStorage.setItem("tarang.language", language());
  document.documentElement.lang = language();
}

export function t(key, ...values) {
  const text = kTexts[key]?.[current] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
}

/// A text that may be missing: the name itself says enough, as for a field of an unknown kind.
export const has = (key) => key in kTexts;

export const count = (number) => Number(number).toLocaleString(language() === "th" ? "th-TH-u-nu-latn" : "en-GB");

export function when(iso) {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return time.toLocaleString(language() === "th" ? "th-TH-u-nu-latn" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/// Fills every element below `root` that names its text: data-t for its content, data-t-label for its aria-label.
export function translate(root) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
}
