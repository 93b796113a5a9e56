import type { PersonSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { londonDate } from '#reference'
import { formatDate, plural } from '#ui'
import type { StoredClock } from '../clocks/storedClocks.ts'
import { readEpisodes } from '../registry/readEpisodes.ts'
import { registries } from '../registry/registries.ts'
import type { CurrentAlert } from './currentAlerts.ts'
import { lastSeen } from './lastSeen.ts'
import type { InvolvedWorker } from './whoIsInvolved.ts'

/** What the story is told from, beyond what it reads itself. */
export type StoryFacts = {
  readonly person: PersonSummary
  readonly alerts: readonly CurrentAlert[]
  readonly involved: readonly InvolvedWorker[]
  readonly clocks: readonly StoredClock[]
  readonly nameOfClock: (clock: StoredClock) => string
}

/** The person's story in a minute: sentences, each from recorded facts alone. */
export async function storyOf(work: Work, facts: StoryFacts): Promise<readonly string[]> {
  return [
    ...(await howKnown(work, facts)),
    ...planSentences(facts),
    ...(await practiceSentences(work, facts)),
    ...(await seenSentences(work, facts)),
    ...holderSentences(facts),
    ...nextSentences(work, facts),
  ]
}

async function howKnown(work: Work, { person }: StoryFacts): Promise<string[]> {
  if (registries.episodeSource === null) return []
  const episodes = await readEpisodes(work, [person.id])
  const [first] = episodes
  if (first === undefined) return ['No referral is recorded.']
  const referrals = plural(episodes.length, 'referral')
  const open = episodes.some(episode => episode.closedOn === null)
  const closed = episodes.findLast(episode => episode.closedOn !== null)?.closedOn
  const state = open || !closed ? '' : ` Closed on ${formatDate(closed)}.`
  return [`First known on ${formatDate(first.receivedOn)}; ${referrals} in all.${state}`]
}

function planSentences({ alerts }: StoryFacts): string[] {
  return alerts
    .filter(({ kind }) => kind === 'legal_order')
    .map(({ description, startedOn }) => `${description.replace(/\.$/, '')}, since ${formatDate(startedOn)}.`)
}

/** What practice modules know: current plans, open assessments. */
async function practiceSentences(work: Work, { person }: StoryFacts): Promise<string[]> {
  const told: string[] = []
  for (const section of registries.recordSections.toSorted((one, other) => one.order - other.order))
    told.push(...((await section.sentences?.(work, person.id)) ?? []))
  return told
}

async function seenSentences(work: Work, { person }: StoryFacts): Promise<string[]> {
  if (person.isChild !== true || person.isUnborn) return []
  const { seenAt, seenAloneAt } = await lastSeen(work, person.id)
  if (seenAt === null) return ['No visit at which the child was seen is recorded.']
  const alone = seenAloneAt
    ? londonDate(seenAloneAt).equals(londonDate(seenAt))
      ? ', alone'
      : `; last seen alone on ${formatDate(londonDate(seenAloneAt))}`
    : '; never recorded as seen alone'
  return [`Last seen on ${formatDate(londonDate(seenAt))}${alone}.`]
}

function holderSentences({ involved }: StoryFacts): string[] {
  const held = involved.filter(one => one.held === 'allocation')
  const lead = held.find(({ role }) => role === 'lead_social_worker' || role === 'lead_practitioner')
  if (lead?.name)
    return [
      `${lead.name} (${lead.agency ?? 'team not recorded'}) holds the case since ${formatDate(lead.since)}.`,
    ]
  const queue = held.find(({ role }) => role === 'queue')
  if (queue)
    return [
      `Waits in the queue of ${queue.agency ?? 'a team'} since ${formatDate(queue.since)}; nobody holds the case.`,
    ]
  return []
}

function nextSentences(work: Work, { clocks, nameOfClock }: StoryFacts): string[] {
  const [next] = clocks
  if (next === undefined) return []
  const isOverdue = Temporal.Instant.compare(next.dueAt, work.now) < 0
  return [`${isOverdue ? 'Overdue' : 'Next'}: ${nameOfClock(next)}, due ${formatDate(next.dueOn)}.`]
}
