import { z } from 'zod'
import { listQuery, pageSize, readClockSettings } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Reply, route, type Visit } from '#platform/http'
import { codeWords } from '#reference'
import { contactQueue, countContacts, type QueueChoice, queueStates } from '../../queries/contactQueue.ts'
import { channelWords, rags, ragWords } from '../../rules/contactWords.ts'
import { childrenLine } from '../../rules/namedWords.ts'
import { whatWaits } from '../../rules/whatWaits.ts'
import { dueWords } from './dueHtml.ts'
import { queuePage } from './page.ts'

const query = z.object({
  ...listQuery,
  state: z.enum(queueStates).catch('waiting').default('waiting'),
  rag: z
    .enum([...rags, 'none'])
    .optional()
    .catch(undefined),
  channel: z
    .string()
    .optional()
    .transform(text => channels.find(channel => channel === text)),
})
const channels = Object.keys(channelWords) as (keyof typeof channelWords)[] // its keys are the channels

type QueueVisit = Visit<unknown, z.infer<typeof query>, unknown>

async function show(visit: QueueVisit): Promise<Reply> {
  const { work, path } = visit
  const { page, format, state, rag, channel } = visit.query
  const choice: QueueChoice = { state, rag, channel }
  if (format === 'csv') return await asCsv(work, choice)
  const contacts = await contactQueue(work, choice, { offset: (page - 1) * pageSize, limit: pageSize })
  const counts = {
    waiting: await countContacts(work, { state: 'waiting' }),
    feedback: await countContacts(work, { state: 'feedback' }),
    done: await countContacts(work, { state: 'done' }),
  }
  const isNarrowed = rag !== undefined || channel !== undefined
  return {
    kind: 'page',
    title: 'Front door',
    current: '/front-door',
    isWide: true,
    content: queuePage({
      contacts,
      counts,
      count: isNarrowed ? await countContacts(work, choice) : counts[state],
      choice,
      page,
      path,
      settings: await readClockSettings(work),
      now: work.now,
      today: work.today,
    }),
    shown: { resource: 'contact_queue', subjectIds: subjectsOf(contacts), action: 'list' },
  }
}

const subjectsOf = (contacts: Awaited<ReturnType<typeof contactQueue>>) => [
  ...new Set(contacts.flatMap(({ names }) => names.flatMap(({ personId }) => personId ?? []))),
]

async function asCsv(work: Work, choice: QueueChoice): Promise<Reply> {
  const contacts = await contactQueue(work, choice, null)
  const settings = await readClockSettings(work)
  return {
    kind: 'csv',
    fileName: 'front-door.csv',
    header: [
      'Reference',
      'Received',
      'Children',
      'Danger',
      'Rating',
      'Decision',
      'What waits',
      'Source',
      'How it came',
    ],
    rows: contacts.map(contact => [
      contact.reference,
      contact.receivedAt,
      childrenLine(contact.names),
      contact.isDanger ? 'yes' : 'no',
      contact.rag ? ragWords[contact.rag] : '',
      dueWords(contact, settings, work).text,
      whatWaits(contact),
      contact.source ? codeWords('referralSource', contact.source) : '',
      channelWords[contact.channel],
    ]),
    shown: { resource: 'contact_queue', subjectIds: subjectsOf(contacts), action: 'export' },
  }
}

export const queueRoutes = [
  route({
    method: 'GET',
    url: '/front-door',
    admits: ['practitioner', 'duty', 'director'],
    purpose: 'front_door',
    query,
    summary: 'Contacts at the front door, most urgent first',
    handle: show,
  }),
]
