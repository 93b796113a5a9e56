import {
  clockLink,
  type Episode,
  type RecordSection,
  type StoredClock,
  storedClocks,
  writableSubjects,
} from '#modules/casework'
import { codeWords } from '#reference'
import { formatDate, type Html, html, summaryList } from '#ui'
import { episodesOf } from '../queries/episodesOf.ts'

/** Referrals on the child's page, newest first, with the decision's clock. */
export const referralSection: RecordSection = {
  name: 'referrals',
  order: 10,
  async show(work, personId) {
    const episodes = (await episodesOf(work, [personId])).toReversed()
    if (episodes.length === 0) return null
    const clocks = (await storedClocks(work, [personId])).filter(
      ({ definitionId }) => definitionId === 'REF_DECISION',
    )
    const mayChange = work.knownAt === null && (await writableSubjects(work, [personId])).has(personId)
    return html`<section id="referrals"><h2 class="govuk-heading-m">Referrals</h2>
      ${episodes.map(episode => card(episode, clocks, work.today, mayChange))}</section>`
  },
}

function card(
  episode: Episode,
  clocks: readonly StoredClock[],
  today: Temporal.PlainDate,
  mayChange: boolean,
): Html {
  const clock = clocks.find(({ triggerId }) => triggerId === episode.id)
  const closed = episode.closedOn
    ? `${formatDate(episode.closedOn)}${episode.closureReason ? `: ${codeWords('closureReason', episode.closureReason)}` : ''}`
    : 'Not closed'
  return summaryList({
    card: {
      title: { text: `Referral of ${formatDate(episode.receivedOn)}`, headingLevel: 3 },
      ...(mayChange
        ? {
            actions: {
              items: [
                {
                  href: `/people/${episode.personId}/referrals/${episode.id}`,
                  text: 'Change',
                  visuallyHiddenText: `the referral of ${formatDate(episode.receivedOn)}`,
                },
              ],
            },
          }
        : {}),
    },
    rows: [
      {
        key: { text: 'From' },
        value: { text: episode.source ? codeWords('referralSource', episode.source) : 'Not recorded' },
      },
      {
        key: { text: 'Primary need' },
        value: { text: episode.primaryNeed ? codeWords('primaryNeed', episode.primaryNeed) : 'Not recorded' },
      },
      { key: { text: 'Decision' }, value: { text: decision(episode) } },
      ...(clock ? [{ key: { text: 'Time limit' }, value: { html: clockLink(clock, today) } }] : []),
      { key: { text: 'Closed' }, value: { text: closed } },
    ],
  })
}

function decision({ decidedOn, isNoFurtherAction }: Episode): string {
  const what =
    isNoFurtherAction === null ? 'Not yet decided' : isNoFurtherAction ? 'No further action' : 'Taken further'
  return decidedOn ? `${what}, ${formatDate(decidedOn)}` : what
}
