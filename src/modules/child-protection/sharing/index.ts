// The door of sharing papers, for the module's own.
export { type Composed, composeCopy, type LineToCopy, type PartToCopy } from './rules/composeCopy.ts'
export {
  type CopyContent,
  type CopyPart,
  type CopyPlanLine,
  copyHash,
  readCopyContent,
  wordsOfCopy,
} from './rules/copyContent.ts'
export { type PictureName, pictureNames, pictureWords } from './rules/pictures.ts'
