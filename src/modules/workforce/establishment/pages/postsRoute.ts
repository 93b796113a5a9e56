import { remembering } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, button, html, nothing, readAsAt } from '#ui'
import { listReply, onIfPast, readers } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { postChoosers } from './postChoosers.ts'
import { cells, csvHead, csvLine } from './postLines.ts'
import { isAsked, listedPlaces, postsQuery } from './postsAsked.ts'

/** `/workforce/posts`: every place of the establishment, who fills it, and since when nobody does. */
export const postsRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/posts',
  query: postsQuery,
  summary:
    'Posts of the establishment on a day: filled or vacant, days vacant and what that means for the team',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const { day } = asAt
    const all = await listedPlaces(work, day)
    const kept = onIfPast(day, work.today)
    const others = {
      area: asked.area,
      team: asked.team,
      discipline: asked.discipline,
      profession: asked.profession,
    }
    return listReply(work, asked, path, {
      tab: '/workforce/posts',
      title: 'Posts and vacancies',
      fileName: 'posts.csv',
      what: 'posts',
      rows: all.filter(listed => isAsked(listed, asked)),
      head: ['Post', 'Team', 'Discipline', 'Profession', 'FTE', 'In post', 'Vacant', 'What that means'],
      cells: listed => cells(listed, day),
      csvHead,
      csv: listed => csvLine(listed, day),
      before: html`<p class="govuk-body">A post is a place in a team that is to be filled. It is vacant as far as the full-time equivalent (FTE) of those who fill it does not reach its own; the first day on which somebody is missing counts as one.</p>
${(await mayKeep(work)) ? button({ text: 'Open a post', href: '/workforce/posts/new' }) : nothing}
${asAtForm({ action: '/workforce/posts', asAt, today: work.today, others: { ...others, state: asked.state } })}
${postChoosers(all, asked, kept)}`,
      empty: 'No post of the establishment is like this on that day.',
      hasErrors: asAt.problem !== null,
    })
  },
})
