import { type Sight, whyICanSee } from '#modules/access'
import { describePartialDate, type PersonBar, personBar } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { badge, formatDate, formatTime, type Html, html, identityBar, nothing, subNavigation } from '#ui'
import { type CurrentAlert, currentAlerts } from '../../queries/currentAlerts.ts'
import { type RecordTab, recordTabs, tabLink, tabWords } from './recordLinks.ts'
import { alertWords, sightWords } from './recordWords.ts'

/** What every page of a record begins with, and what its reader may do there. */
export type RecordFrame = {
  readonly identity: PersonBar
  readonly alerts: readonly CurrentAlert[]
  readonly sights: readonly Sight[]
  /** Reads the statutory record, not only who the person is and who is involved. */
  readonly readsRecord: boolean
  readonly mayWrite: boolean
  /** Writes the plan, its reviews and their own visits: holders, and a lead practitioner who has not the record. */
  readonly writesPlan: boolean
  /** Begins and sends letters and keeps files: who writes the record, and business support of the team that holds the child. */
  readonly keepsPapers: boolean
  readonly before: Html
}

/**
 * Reads whose record it is, with its alerts and why the reader sees it.
 * @param current part of the record that the page belongs to
 * @returns null when the person is absent or not the reader's to know of: answer not_found
 */
export async function recordFrame(
  work: Work,
  personId: Uuid,
  current: RecordTab | null,
): Promise<RecordFrame | null> {
  const identity = await personBar(work, personId)
  if (identity === null) return null
  const alerts = await currentAlerts(work, personId)
  const sights = await whyICanSee(work, personId)
  return {
    identity,
    alerts,
    sights,
    readsRecord: sights.some(sight => sight.dataClasses.includes('B2')),
    mayWrite: sights.some(sight => sight.mayWrite && sight.dataClasses.includes('B2')),
    writesPlan: sights.some(sight => sight.mayWrite && sight.dataClasses.includes('B1')),
    keepsPapers: sights.some(
      ({ reason, mayWrite, dataClasses }) =>
        (mayWrite && dataClasses.includes('B2')) || (reason === 'team' && dataClasses.includes('B2S')),
    ),
    before: frameHtml(identity, alerts, sights, current),
  }
}

function frameHtml(
  identity: PersonBar,
  alerts: readonly CurrentAlert[],
  sights: readonly Sight[],
  current: RecordTab | null,
): Html {
  return html`${openingBanner(sights)}
<section aria-label="Whose record this is">
${identityBar({ title: { html: html`${identity.displayName}, ${identity.age}` } })}
${identityFacts(identity)}
${alertBadges(identity.id, alerts)}
</section>
${subNavigation({
  label: 'Parts of this record',
  items: recordTabs.map(tab => ({
    text: tabWords[tab],
    href: tabLink(identity.id, tab),
    active: tab === current,
  })),
})}`
}

/** A record opened with a reason says so on each of its pages, until when. */
function openingBanner(sights: readonly Sight[]): Html {
  const [first] = sights
  if (first?.reason !== 'opened_with_reason') return nothing
  const until = first.endsAt ? ` It closes at ${formatTime(first.endsAt)} on ${day(first.endsAt)}.` : ''
  return html`<div class="kith-banner" role="region" aria-label="Opened with a reason">
  <p class="govuk-body govuk-!-margin-bottom-0">You have opened this record with a reason. Managers have been told, and everything you open is kept.${until}</p>
</div>`
}

const day = (at: Temporal.Instant): string => formatDate(at.toZonedDateTimeISO('Europe/London').toPlainDate())

function identityFacts(identity: PersonBar): Html {
  const facts: readonly (readonly [string, string | Html])[] = [
    ...(identity.dateOfBirth ? [['Born', born(identity)] as const] : []),
    ...(identity.expectedDeliveryOn && identity.isUnborn
      ? [['Expected', formatDate(identity.expectedDeliveryOn)] as const]
      : []),
    ...(identity.diedOn ? [['Died', formatDate(identity.diedOn)] as const] : []),
    ...identity.identifiers
      .filter(({ kind }) => shownKinds.has(kind))
      .map(({ label, value, remark }) => [label, remark ? `${value} (${remark})` : value] as const),
    ...(identity.firstLanguage ? [['First language', identity.firstLanguage] as const] : []),
    ...(identity.interpreterNeeded ? [['Interpreter', 'Needed'] as const] : []),
    ...(identity.communicationNeeds ? [['Communication needs', identity.communicationNeeds] as const] : []),
    ['Address', addressWords(identity)],
  ]
  return html`<p class="govuk-body">${facts.map(
    ([name, value], place) => html`${place > 0 ? ' · ' : ''}${name}: ${value}`,
  )}</p>`
}

const shownKinds: ReadonlySet<string> = new Set(['la_child_id', 'nhs_number', 'upn'])

function born({ dateOfBirth, dateOfBirthPrecision }: PersonBar): string {
  return dateOfBirth === null
    ? ''
    : describePartialDate({ date: dateOfBirth, precision: dateOfBirthPrecision })
}

function addressWords({ address }: PersonBar): string | Html {
  if (address.outcome === 'withheld') return html`<strong>Withheld</strong>`
  if (address.outcome === 'none') return 'Not recorded'
  const lines = [...address.lines.split('\n'), ...(address.postcode ? [address.postcode] : [])].join(', ')
  return address.isConfidential ? html`${lines} <strong>Confidential: do not disclose</strong>` : lines
}

function alertBadges(personId: Uuid, alerts: readonly CurrentAlert[]): Html {
  if (alerts.length === 0) return nothing
  return html`<p class="govuk-body"><span class="govuk-visually-hidden">Alerts: </span>${alerts.map(
    ({ kind }) => html`${badge({ text: alertWords[kind], classes: 'moj-badge--red' })} `,
  )} <a class="govuk-link" href="/people/${personId}/alerts">Read the alerts</a></p>`
}

/** "You see this because the case is allocated to you." */
export function whyLine(sights: readonly Sight[]): Html {
  const reasons = [...new Set(sights.map(({ reason }) => sightWords[reason]))]
  if (reasons.length === 0) return nothing
  return html`<p class="govuk-body-s govuk-hint">You see this because ${reasons.join(', and because ')}.</p>`
}
