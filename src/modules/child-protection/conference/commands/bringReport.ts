import { addDocument, type SourceKind } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FileStore, type FitFile, readApart } from '#platform/files'
import type { Uuid } from '#platform/ids'
import type { Agency, Invitee, Meeting } from '../../meeting/index.ts'
import { finishPaper } from '../../sharing/commands/finishPaper.ts'
import { wordsOfFile } from '../../sharing/commands/wordsOfFile.ts'
import { addParts, beginPaper } from '../../sharing/commands/writePaper.ts'
import { paperOf } from '../../sharing/queries/readPapers.ts'

/** What an agency brings, by one of those asked for it. */
export type Brought = {
  readonly meeting: Meeting
  readonly invitee: Invitee
  readonly file: FitFile
  /** Of the form: brought twice, kept once. */
  readonly submission: Uuid
  /** The report that arrived before, which this one corrects. */
  readonly replaces: { readonly id: Uuid; readonly reason: string } | null
}

/** `waits`: not all of it could be read, or its pages do not show all of it; whoever brought it says what becomes of that. */
export type ReportBrought = { readonly outcome: 'arrived' | 'waits'; readonly paperId: Uuid }

const sources: Readonly<Partial<Record<Agency, SourceKind>>> = {
  social_care: 'social_care',
  police: 'police',
  health: 'health',
  education: 'school',
  probation: 'probation',
}

/**
 * Keeps the file of an agency's report as any file that comes in, sealed and waiting for the scanner, in the record of each child of the
 * meeting; its words become the report. What is whole has arrived. What is not stays a draft, and so is shared with nobody.
 */
export async function bringReport(
  work: Work,
  store: FileStore,
  { meeting, invitee, file, submission, replaces }: Brought,
): Promise<ReportBrought> {
  const isPolice = invitee.agency === 'police'
  const from = invitee.organisation ?? invitee.name
  const documentId = await addDocument(work, store, file, {
    personIds: meeting.personIds,
    kind: 'report',
    title: 'Report for a conference',
    direction: 'in',
    receivedFrom: from,
    datedOn: null,
    source: {
      kind: invitee.agency === null ? 'other' : (sources[invitee.agency] ?? 'other'),
      isThirdParty: false,
    },
    submission,
    broughtTo: meeting.id,
  })
  const { seen, hidden, unread } = wordsOfFile(await readApart(file.mediaType, file.bytes))
  await beginPaper(work, {
    id: submission,
    kind: 'agency_report',
    meetingId: meeting.id,
    personIds: meeting.personIds,
    inviteeId: invitee.id,
    documentId,
    unread,
    hiddenWords: hidden,
    replaces,
  })
  await addParts(work, submission, [
    {
      heading: 'Report',
      words: seen === '' ? 'Nothing of this file could be read by machine: write here what it says.' : seen,
      personIds: [],
      source: isPolice ? 'police' : 'agency',
      sourceWords: from,
      isThirdParty: false,
      offeredTo: [],
      dataClass: 'B3',
      line: null,
      origin: { kind: 'document', id: documentId, words: seen },
      pairs: [],
    },
  ])
  if (unread !== null || hidden !== null) return { outcome: 'waits', paperId: submission }
  const paper = await paperOf(work, submission)
  if (paper === null || !(await finishPaper(work, paper)))
    throw new Error('A report that was just begun could not be finished')
  return { outcome: 'arrived', paperId: submission }
}
