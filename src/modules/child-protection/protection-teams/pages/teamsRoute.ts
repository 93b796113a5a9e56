import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, readClockSettings } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { clockVersionOn } from '#reference'
import { button, formatDate, type Html, html, insetText, nothing, plural, warningText } from '#ui'
import { plainTable } from '../../pre-proceedings/pages/plainTable.ts'
import { type ProtectionTeam, protectionTeams } from '../queries/readTeams.ts'
import { isDuring, missingDisciplines, required, shortDiscipline } from '../rules/disciplines.ts'

const query = z.object({ ...listQuery, past: z.literal('yes').optional().catch(undefined) })

/** Multi-agency child protection teams, their members by discipline, and what is missing. */
export const teamsRoute = route({
  method: 'GET',
  url: '/protection-teams',
  admits: ['administrator', 'practitioner', 'director'],
  purpose: 'administration',
  query,
  summary: 'Multi-agency child protection teams and what they lack',
  async handle({ work, me, query: asked, path }): Promise<Reply> {
    const all = await protectionTeams(work)
    const teams = asked.past
      ? all
      : all.filter(({ endedOn }) => endedOn === null || Temporal.PlainDate.compare(endedOn, work.today) >= 0)
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'protection-teams.csv',
        header: ['Team', 'Area', 'Member', 'Discipline', 'Nominated by', 'From', 'To'],
        rows: teams.flatMap(team =>
          team.members.map(one => [
            team.name,
            team.areaName,
            one.name,
            shortDiscipline[one.discipline],
            one.nominatedBy,
            one.startedOn,
            one.endedOn,
          ]),
        ),
        shown: 'nothing',
      }
    const keeps = me.class === 'administrator' && work.knownAt === null
    const settings = await readClockSettings(work)
    const isRequired = clockVersionOn('MACPT_LIVE', work.today, settings).ok
    const requiredFrom = settings.commencements.find(({ clock }) => clock === 'MACPT_LIVE')?.on ?? null
    return {
      kind: 'page',
      title: 'Multi-agency child protection teams',
      isWide: true,
      ...(me.class === 'administrator' ? { current: '/administration', back: '/administration' } : {}),
      content: html`<h1 class="govuk-heading-l">Multi-agency child protection teams</h1>
${standing(all, { today: work.today, isRequired, requiredFrom })}
${keeps ? button({ text: 'Add a team', href: '/protection-teams/new' }) : nothing}
${onPage(teams, asked.page).map(team => teamSection(team, work.today, keeps))}
${asked.past ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="/protection-teams?past=yes">Show teams that have ended</a></p>`}
${pageLinks(path, asked.page, teams.length, 'teams')}
${csvLink(path)}`,
      shown: 'nothing',
    }
  },
})

type Standing = {
  readonly today: Temporal.PlainDate
  readonly isRequired: boolean
  readonly requiredFrom: Temporal.PlainDate | null
}

/** How many disciplines are missing: a warning before the law asks for them, a breach from its day on. */
function standing(all: readonly ProtectionTeam[], { today, isRequired, requiredFrom }: Standing): Html {
  const teams = all.filter(team => isDuring(team, today))
  const missing = teams.reduce((sum, team) => sum + missingDisciplines(team.members, today).length, 0)
  const words =
    teams.length === 0
      ? `There is no team: all ${required.length} disciplines are missing.`
      : missing === 0
        ? 'Every team has education, a social worker, health and the police.'
        : `${plural(missing, 'discipline')} missing in ${plural(teams.length, 'team')}.`
  const isShort = teams.length === 0 || missing > 0
  const law = isRequired
    ? `Section 16EA of the Children Act 2004 has been in force here since ${requiredFrom ? formatDate(requiredFrom) : 'its day'}: the safeguarding partners must have at least one team with all four.`
    : requiredFrom
      ? `Section 16EA of the Children Act 2004 is in force here from ${formatDate(requiredFrom)}: until then this is a warning.`
      : 'Section 16EA of the Children Act 2004 is enacted and has no day yet here: until then this is a warning. The administrator sets the day under Clocks, MACPT_LIVE.'
  if (isRequired && isShort) return warningText({ text: `${words} ${law}`, iconFallbackText: 'Warning' })
  return insetText({ text: `${words} ${law}` })
}

function teamSection(team: ProtectionTeam, today: Temporal.PlainDate, keeps: boolean): Html {
  const missing = missingDisciplines(team.members, today)
  const dates = `${team.areaName ?? 'The whole authority'}, from ${formatDate(team.startedOn)}${team.endedOn ? ` to ${formatDate(team.endedOn)}` : ''}`
  return html`<section aria-labelledby="team-${team.id}">
<h2 class="govuk-heading-m" id="team-${team.id}">${team.name}</h2>
<p class="govuk-body">${dates}. ${missing.length === 0 ? 'All four disciplines are there.' : html`<strong>Missing: ${missing.map(one => shortDiscipline[one].toLowerCase()).join(', ')}.</strong>`}
${keeps ? html` <a class="govuk-link" href="/protection-teams/${team.id}">Change the team</a> · <a class="govuk-link" href="/protection-teams/${team.id}/members/new">Add a member</a>` : nothing}</p>
${
  team.members.length === 0
    ? html`<p class="govuk-body">Nobody is in it yet.</p>`
    : plainTable({
        caption: `Members of ${team.name}`,
        head: ['Member', 'Discipline', 'Nominated by', 'From', 'To'],
        rows: team.members.map(one => [
          keeps
            ? html`<a class="govuk-link" href="/protection-teams/${team.id}/members/${one.id}">${one.name}</a>`
            : one.name,
          shortDiscipline[one.discipline],
          one.nominatedBy ?? '',
          formatDate(one.startedOn),
          one.endedOn ? formatDate(one.endedOn) : '',
        ]),
      })
}
</section>`
}
