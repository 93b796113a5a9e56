import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import { remembering } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { button, formatDate, html, nothing, plural, summaryList } from '#ui'
import { readPlaces } from '../../establishment/queries/readPlaces.ts'
import { totalOn } from '../../establishment/rules/totals.ts'
import { isOpen } from '../../establishment/rules/vacancy.ts'
import { linkTo, listReply, readers } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { fundingStreams, spending } from '../queries/readFunding.ts'
import { pounds, spentOf } from '../rules/spent.ts'
import { moneyBar } from './moneyBar.ts'

const dates = ({
  startsOn,
  endsOn,
}: {
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate | null
}): string => `${formatDate(startsOn)}${endsOn ? ` to ${formatDate(endsOn)}` : ' on'}`

/** `/workforce/funding`: what pays for the posts. */
const list = route({
  ...readers,
  method: 'GET',
  url: '/workforce/funding',
  query: z.object(listQuery),
  summary: 'Funding streams with their conditions and what is spent',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const spends = await spending(work)
    const places = (await readPlaces(work)).filter(place => isOpen(place, work.today))
    const rows = (await fundingStreams(work)).map(stream => ({
      stream,
      spent: spentOf(stream, spends),
      places: places.filter(({ streamId }) => streamId === stream.id),
    }))
    return listReply(work, asked, path, {
      tab: '/workforce/funding',
      title: 'Funding',
      fileName: 'funding.csv',
      what: 'funding streams',
      rows,
      head: ['Stream', 'From', 'When', 'Given', 'Spent', 'Remains', 'Posts', 'Condition'],
      cells: ({ stream, spent, places: own }) => [
        linkTo(`/workforce/funding/${stream.id}`, stream.name),
        stream.source,
        dates(stream),
        pounds(stream.amount),
        pounds(spent),
        `${pounds(Math.round((stream.amount - spent) * 100) / 100)}${spent > stream.amount ? ' (over)' : ''}`,
        linkTo(`/workforce/posts?stream=${stream.id}`, plural(own.length, 'post')),
        stream.condition ?? '',
      ],
      csvHead: [
        'Stream',
        'From',
        'Starts',
        'Ends',
        'Given',
        'Spent',
        'Remains',
        'Posts',
        'Condition',
        'Evidence',
      ],
      csv: ({ stream, spent, places: own }) => [
        stream.name,
        stream.source,
        stream.startsOn,
        stream.endsOn,
        stream.amount,
        spent,
        Math.round((stream.amount - spent) * 100) / 100,
        own.length,
        stream.condition,
        stream.evidence,
      ],
      before: html`${rows.map(({ stream, spent }) => html`<h2 class="govuk-heading-m">${stream.name}</h2>${moneyBar({ stream, spent, on: work.today })}`)}${(await mayKeep(work)) ? button({ text: 'Add a funding stream', href: '/workforce/funding/new' }) : nothing}`,
      empty: 'No funding stream is recorded. Posts without one are paid from the authority’s own budget.',
    })
  },
})

/** `/workforce/funding/:stream`: one stream, what it was given for and every line that was spent. */
const stream = route({
  ...readers,
  method: 'GET',
  url: '/workforce/funding/:stream',
  params: z.object({ stream: z.string().max(40) }),
  query: z.object(listQuery),
  summary: 'A funding stream: its condition, the evidence, what is spent, and the posts that it pays for',
  async handle({ work: given, params, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const found = (await fundingStreams(work)).find(({ id }) => id === params.stream)
    if (found === undefined) return notFound
    const rows = (await spending(work)).filter(({ streamId }) => streamId === found.id)
    const places = (await readPlaces(work)).filter(({ streamId }) => streamId === found.id)
    const keeps = await mayKeep(work)
    const at = `/workforce/funding/${found.id}`
    const total = totalOn(places, work.today)
    const facts = [
      ['From', html`${found.source}`],
      ['When', html`${dates(found)}`],
      ['Condition', html`${found.condition ?? 'None is recorded'}`],
      [
        'Evidence',
        html`${found.evidence ?? 'None is recorded: what is claimed of the money rests on nothing yet'}`,
      ],
      [
        'Posts',
        linkTo(
          `/workforce/posts?stream=${found.id}`,
          `${total.established} FTE, of which ${total.vacant} FTE is vacant`,
        ),
      ],
    ] as const
    return listReply(work, asked, path, {
      tab: '/workforce/funding',
      title: found.name,
      fileName: 'spending.csv',
      what: 'lines of spending',
      rows,
      head: ['Day', 'What for', 'Amount', ...(keeps ? ['Change'] : [])],
      cells: one => [
        formatDate(one.spentOn),
        one.what,
        pounds(one.amount),
        ...(keeps
          ? [
              html`<a class="govuk-link" href="${at}/spend/${one.id}">Change<span class="govuk-visually-hidden">: ${one.what}, ${formatDate(one.spentOn)}</span></a>`,
            ]
          : []),
      ],
      csvHead: ['Day', 'What for', 'Amount'],
      csv: one => [one.spentOn, one.what, one.amount],
      before: html`${moneyBar({ stream: found, spent: spentOf(found, rows), on: work.today })}
${summaryList({ rows: facts.map(([key, value]) => ({ key: { text: key }, value: { html: value } })) })}
${keeps ? html`<div class="govuk-button-group">${button({ text: 'Add spending', href: `${at}/spend/new` })}${button({ text: 'Change this stream', href: `${at}/change`, classes: 'govuk-button--secondary' })}</div>` : nothing}
<h2 class="govuk-heading-m">Spending</h2>`,
      empty: 'Nothing of it is spent yet.',
    })
  },
})

/** Funding streams and what is spent of each. */
export const fundingRoutes = [list, stream]
