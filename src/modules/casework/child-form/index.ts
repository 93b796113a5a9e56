// Forms in a child's record: drafts, stale versions and errors are the same for each of them.
export { type ChildForm, childForm, type FormVisit, type Sent } from './childForm.ts'
export { codesOf, lineField, oneOf, oneOfMany, severalOf, textField, type Words } from './choices.ts'
export { momentFields, momentValues, parseMoment } from './moments.ts'
export { typedText } from './typedText.ts'
