import type { ApprovalKind } from './approvalKind.ts'
import type { AssessmentPanel } from './assessmentPanel.ts'
import type { BoardPanel } from './boardPanel.ts'
import type { CaseloadSource } from './caseloadSource.ts'
import type { ChildNews } from './childNews.ts'
import type { ClockSource } from './clockSource.ts'
import type { ClosureBar } from './closureBar.ts'
import type { EpisodeSource } from './episode.ts'
import type { EpisodeCloser } from './episodeCloser.ts'
import type { PaperSource } from './paperSource.ts'
import type { QualitySource } from './qualitySource.ts'
import type { RecordSection } from './recordSection.ts'
import type { ShareFollower } from './shareFollower.ts'
import type { TimelineSource } from './timelineSource.ts'
import type { WorkSource } from './workSource.ts'
import type { WritingSource } from './writingSource.ts'

/** What higher modules contribute to the record's pages, clocks and chronology; filled once by the composition root. */
export type Registries = {
  readonly clockSources: ClockSource[]
  readonly timelineSources: TimelineSource[]
  readonly recordSections: RecordSection[]
  readonly qualitySources: QualitySource[]
  readonly approvalKinds: ApprovalKind[]
  readonly closureBars: ClosureBar[]
  readonly assessmentPanels: AssessmentPanel[]
  readonly boardPanels: BoardPanel[]
  readonly paperSources: PaperSource[]
  readonly shareFollowers: ShareFollower[]
  readonly writingSources: WritingSource[]
  readonly workSources: WorkSource[]
  readonly childNews: ChildNews[]
  /** One module alone opens episodes. */
  episodeSource: EpisodeSource | null
  episodeCloser: EpisodeCloser | null
  /** One rule alone counts caseload. */
  caseloadSource: CaseloadSource | null
}

export const registries: Registries = {
  clockSources: [],
  timelineSources: [],
  recordSections: [],
  qualitySources: [],
  approvalKinds: [],
  closureBars: [],
  assessmentPanels: [],
  boardPanels: [],
  paperSources: [],
  shareFollowers: [],
  writingSources: [],
  workSources: [],
  childNews: [],
  episodeSource: null,
  episodeCloser: null,
  caseloadSource: null,
}
