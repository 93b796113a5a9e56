import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import { remembering, type Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { barChart, details, formatDate, type Html, html } from '#ui'
import { type Place, readPlaces } from '../../establishment/queries/readPlaces.ts'
import { readStaff } from '../../establishment/queries/readStaff.ts'
import { isOpen } from '../../establishment/rules/vacancy.ts'
import { linkTo, listReply, readers } from '../../frame/index.ts'
import { censusYear, type YearOfWorkforce, yearOf, yearOfWorkforce } from '../rules/census.ts'
import { uncoveredOn } from '../rules/uncovered.ts'

/** How many years are shown. */
const YEARS = 8

/** FTE of posts of social work that nobody in post fills on a day: an agency worker covers, and fills none. */
function vacantOn(places: readonly Place[], on: Temporal.PlainDate): number {
  const vacant = places
    .filter(place => place.discipline === 'social_work' && isOpen(place, on))
    .map(place => uncoveredOn(place, on))
  return Math.round(vacant.reduce((sum, fte) => sum + fte, 0) * 100) / 100
}

async function years(work: Work): Promise<readonly YearOfWorkforce[]> {
  const [staff, places] = [await readStaff(work), await readPlaces(work)]
  const last = yearOf(work.today)
  return Array.from({ length: YEARS }, (_, index) => {
    const year = censusYear(last - index, work.today)
    return yearOfWorkforce(staff, year, vacantOn(places, year.to))
  })
}

const rate = (percent: number | null): string => (percent === null ? 'none' : `${percent}%`)

/** `/workforce/measures`: the workforce by year, counted as the census of the workforce counts it. */
export const measuresRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/measures',
  query: z.object(listQuery),
  summary:
    'Social workers in post, starters, leavers, turnover, agency share and vacancies by year of the census',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const rows = await years(work)
    const [base] = rows.toReversed().filter(({ inPost }) => inPost.fte > 0)
    const people = (one: YearOfWorkforce, census: string, words: string) =>
      linkTo(`/workforce/people?census=${census}&year=${one.year.year}`, words)
    return listReply(work, asked, path, {
      tab: '/workforce/measures',
      title: 'Measures of the workforce',
      fileName: 'workforce-measures.csv',
      what: 'years',
      rows,
      head: [
        'Year to',
        'In post',
        'Agency',
        'Came',
        'Left',
        'Turnover',
        'Agency share',
        'Vacant',
        'Vacancy rate',
        'Against the first',
      ],
      cells: one => [
        `${formatDate(one.year.to)}${one.year.isOver ? '' : ' (so far)'}`,
        people(one, 'in_post', `${one.inPost.headcount} (${one.inPost.fte} FTE)`),
        people(one, 'agency', `${one.agency.headcount} (${one.agency.fte} FTE)`),
        people(one, 'started', `${one.starters.headcount} (${one.starters.fte} FTE)`),
        people(one, 'left', `${one.leavers.headcount} (${one.leavers.fte} FTE)`),
        rate(one.turnover),
        rate(one.agencyShare),
        linkTo(
          `/workforce/posts?discipline=social_work&state=uncovered&on=${one.year.to}`,
          `${one.vacantFte} FTE`,
        ),
        rate(one.vacancyRate),
        change(one, base),
      ],
      csvHead: [
        'Year',
        'Counted on',
        'Complete',
        'In post headcount',
        'In post FTE',
        'Agency headcount',
        'Agency FTE',
        'Starters headcount',
        'Starters FTE',
        'Leavers headcount',
        'Leavers FTE',
        'Turnover %',
        'Agency share %',
        'Vacant FTE',
        'Vacancy rate %',
      ],
      csv: one => [
        one.year.year,
        one.year.to,
        one.year.isOver ? 'yes' : 'no',
        one.inPost.headcount,
        one.inPost.fte,
        one.agency.headcount,
        one.agency.fte,
        one.starters.headcount,
        one.starters.fte,
        one.leavers.headcount,
        one.leavers.fte,
        one.turnover,
        one.agencyShare,
        one.vacantFte,
        one.vacancyRate,
      ],
      before: drawn(rows),
      after: definitions,
      empty: 'There is no year to count.',
    })
  },
})

function change(one: YearOfWorkforce, base: YearOfWorkforce | undefined): string {
  if (base === undefined || one === base) return ''
  const percent = Math.round((1000 * (one.inPost.fte - base.inPost.fte)) / base.inPost.fte) / 10
  return `${percent > 0 ? '+' : ''}${percent}% since ${base.year.year}`
}

const drawn = (rows: readonly YearOfWorkforce[]): Html =>
  barChart({
    id: 'in-post',
    title: 'Child and family social workers in post, FTE',
    description: 'FTE in post on 30 September of each year, or today for the year that runs.',
    labelHeading: 'Year',
    valueHeading: 'FTE in post',
    bars: rows.toReversed().map(({ year, inPost }) => ({
      label: `${year.year}${year.isOver ? '' : ' so far'}`,
      value: inPost.fte,
    })),
  })

const definitions: Html = details({
  summaryText: 'How these are counted',
  html: html`<p class="govuk-body">As the Department for Education’s <a class="govuk-link" href="https://explore-education-statistics.service.gov.uk/methodology/children-s-social-work-workforce" rel="noreferrer">children’s social work workforce census</a> counts, to 30 September of each year; the year that runs is counted to today and will change.</p>
<ul class="govuk-list govuk-list--bullet">
<li><strong>In post</strong>: child and family social workers on the day, by headcount and full-time equivalent (FTE): posts of social workers, and managers, leaders and chairs who are registered with Social Work England. Agency workers are counted apart; students, and cover of somebody away, are not counted.</li>
<li><strong>Came</strong>: in post on a day of the year and not on the day before it. <strong>Left</strong>: no longer in post from a day of the year on. Moving between posts is neither.</li>
<li><strong>Turnover</strong>: FTE of those who left, divided by FTE in post at the end of the year.</li>
<li><strong>Agency share</strong>: agency FTE divided by agency FTE and FTE in post.</li>
<li><strong>Vacant</strong>: FTE of posts of social work that nobody in post fills at the end of the year, those that an agency worker covers too. <strong>Vacancy rate</strong>: that, divided by itself and FTE in post.</li>
</ul>`,
})
