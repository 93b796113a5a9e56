// The door of sharing papers, for the module's own.

export { sharingClockSource } from './clocks/sharingClockSource.ts'
export { sharingNavigation } from './pages/boardRoute.ts'
export { copyToKeep } from './pages/copyToKeep.ts'
export { pictureSvg } from './pages/pictureSvg.ts'
export { sharePanel } from './pages/sharePanel.ts'
export { sharingSection } from './record/sharingSection.ts'
export { sharingTimeline } from './record/sharingTimeline.ts'
export { type Composed, composeCopy, type PartToCopy } from './rules/composeCopy.ts'
export {
  type CopyContent,
  type CopyPart,
  type CopyPlanLine,
  copyHash,
  readCopyContent,
  wordsOfCopy,
} from './rules/copyContent.ts'
export { type PictureName, pictureNames, pictureWords } from './rules/pictures.ts'
export { sharingRoutes } from './sharingRoutes.ts'
