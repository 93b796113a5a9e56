import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { isConnected, readMailbox } from '../../mesh/index.ts'
import { giveUp, markSent } from '../commands/fileCommands.ts'
import { type ListedFile, readBody, readFile, readLines } from '../queries/readFiles.ts'
import { sendsFor } from '../queries/readWorks.ts'
import { filePage } from './filePage.ts'

const params = z.object({ fileId: uuidParam })
type FileVisit = Visit<{ fileId: Uuid }, unknown, unknown>
const common = { purpose: 'health', params } as const
const path = (id: Uuid) => `/protection-information/files/${id}`

async function open({ work, params: { fileId }, form }: FileVisit): Promise<Reply> {
  const file = await readFile(work, fileId)
  if (file === null) return notFound
  const lines = await readLines(work, fileId)
  const subjectIds = [...new Set(lines.map(({ personId }) => personId))]
  const isSender = (await sendsFor(work)).includes(file.teamId)
  return {
    kind: 'page',
    title: 'File to the NHS',
    current: '/protection-information',
    back: '/protection-information',
    isWide: true,
    content: await filePage(work, {
      file,
      lines,
      form,
      sends: isSender,
      mayTake: isSender && (await readBody(work, fileId)) !== null,
      isConnected: isConnected(await readMailbox(work)),
    }),
    shown:
      subjectIds.length === 0
        ? 'nothing'
        : { resource: 'protection_information', subjectIds, action: 'list' },
  }
}

/** The file itself, for whoever sends it by hand. Everybody in it is named in the audit. */
async function take({ work, params: { fileId }, files }: FileVisit): Promise<Reply> {
  const file = await readFile(work, fileId)
  const body = await readBody(work, fileId)
  if (file === null || body === null || files === undefined) return notFound
  const bytes = await files.sealer.open(`protection file ${fileId}`, body.sealed)
  if (bytes === null) return notFound
  return {
    kind: 'file',
    fileName: `protection-information-${file.sequence}.xml`,
    mediaType: 'application/xml',
    bytes,
    shown: { resource: 'protection_file', subjectIds: body.personIds, action: 'export' },
  }
}

type Act = (visit: FileVisit, file: ListedFile) => Promise<string | null>

/** What a sender says of a file; null from the act: it stands otherwise meanwhile. */
const says =
  (act: Act) =>
  async (visit: FileVisit): Promise<Reply> => {
    const file = await readFile(visit.work, visit.params.fileId)
    if (file === null || !(await sendsFor(visit.work)).includes(file.teamId)) return notFound
    const success = await act(visit, file)
    return success === null
      ? {
          kind: 'redirect',
          location: path(file.id),
          success: 'A colleague was first: this is how it stands now',
        }
      : { kind: 'redirect', location: path(file.id), success }
  }

/** `/protection-information/files/:fileId`: one upload, to be sent by hand where no mailbox sends it. */
export const fileRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/protection-information/files/:fileId',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'A file to the NHS, and what was answered to each line that the reader may see',
    handle: open,
  }),
  route({
    ...common,
    method: 'GET',
    url: '/protection-information/files/:fileId/file',
    admits: ['practitioner'],
    summary: 'The file as it is sent, for the team that sends it',
    handle: take,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/protection-information/files/:fileId/sent',
    admits: ['practitioner'],
    summary: 'Says that a file was sent by hand',
    handle: says(async ({ work }, { id }) => ((await markSent(work, id)) ? 'Kept: the file was sent' : null)),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/protection-information/files/:fileId/give-up',
    admits: ['practitioner'],
    summary: 'Gives up a file that the NHS never answered, so that what it held goes with the next',
    handle: says(async ({ work }, { id }) =>
      (await giveUp(work, id)) ? 'Given up: what it held goes with the next file' : null,
    ),
  }),
]
