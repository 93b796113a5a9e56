import { barChart, figure, formatDate, type Html, html, nothing, table } from '#ui'
import type { Wave } from '../queries/readRollout.ts'
import { isLive, stateOn } from '../rules/live.ts'

const LABEL = 150
const TILE = 118
const ROW = 44
const PER_ROW = 6

/** The waves as rows of teams: a filled tile has started, a dashed one has not, and the words say which. */
export function wavesDrawn(waves: readonly Wave[], on: Temporal.PlainDate): Html {
  if (waves.length === 0) return nothing
  const drawn: Html[] = []
  let y = 8
  for (const wave of waves) {
    drawn.push(html`<text class="kith-drawing__small" x="0" y="${y + 20}">${wave.name}</text>
    <text class="kith-drawing__small" x="0" y="${y + 36}">${live(wave, on)} of ${wave.teams.length} started</text>`)
    for (const [index, team] of wave.teams.entries()) {
      const state = stateOn(team, on)
      const x = LABEL + (index % PER_ROW) * TILE
      const top = y + Math.floor(index / PER_ROW) * ROW
      drawn.push(html`<rect class="kith-tile ${state.code === 'live' ? 'kith-tile--there' : 'kith-tile--missing'}" x="${x}" y="${top}" width="${TILE - 6}" height="${ROW - 6}"></rect>
      <text class="kith-drawing__small" x="${x + (TILE - 6) / 2}" y="${top + 16}" text-anchor="middle">${team.teamName}</text>
      <text class="kith-drawing__small" x="${x + (TILE - 6) / 2}" y="${top + 32}" text-anchor="middle">${state.words}</text>`)
    }
    y += Math.max(1, Math.ceil(wave.teams.length / PER_ROW)) * ROW + 12
  }
  const started = waves.reduce((sum, wave) => sum + live(wave, on), 0)
  const all = waves.reduce((sum, { teams }) => sum + teams.length, 0)
  return figure({
    id: 'waves',
    title: 'Roll-out by wave',
    description: `${started} of ${all} teams have started on ${formatDate(on)}. Each tile is a team, with how it stands; the same is in the list below.`,
    width: LABEL + PER_ROW * TILE,
    height: y,
    content: html`${drawn}`,
  })
}

const live = (wave: Wave, on: Temporal.PlainDate): number =>
  wave.teams.filter(team => isLive(team, on)).length

type Area = {
  readonly name: string
  readonly districts: readonly string[]
  readonly live: number
  readonly all: number
}

/** Service areas of the roll-out with their districts and how many of their teams have started. */
export function areasOf(waves: readonly Wave[], on: Temporal.PlainDate): readonly Area[] {
  const teams = waves.flatMap(wave => wave.teams)
  return [...Map.groupBy(teams, ({ areaName }) => areaName ?? 'No service area')]
    .map(([name, own]) => ({
      name,
      districts: own[0]?.districts ?? [],
      live: own.filter(team => isLive(team, on)).length,
      all: own.length,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** A schematic of the districts: a tile for each, side by side with those of its service area. It has no geography. */
export function districtsDrawn(waves: readonly Wave[], on: Temporal.PlainDate): Html {
  const areas = areasOf(waves, on)
  if (areas.length === 0) return nothing
  const width = 200
  const content = areas.map((area, row) => {
    const y = 8 + row * 64
    const tiles = area.districts.length > 0 ? area.districts : ['No district named']
    return html`<text class="kith-drawing__small" x="0" y="${y + 24}">${area.name}</text>
    ${tiles.map(
      (
        district,
        column,
      ) => html`<rect class="kith-tile ${area.live > 0 ? 'kith-tile--there' : 'kith-tile--missing'}" x="${LABEL + column * width}" y="${y}" width="${width - 6}" height="56"></rect>
    <text class="kith-drawing__small" x="${LABEL + column * width + 12}" y="${y + 22}">${district}</text>
    <text class="kith-drawing__small" x="${LABEL + column * width + 12}" y="${y + 42}">${area.live} of ${area.all} teams of the area</text>`,
    )}`
  })
  const columns = Math.max(1, ...areas.map(({ districts }) => districts.length))
  return figure({
    id: 'districts',
    title: 'Roll-out by district',
    description:
      'A tile for each district, beside those of its service area, with how many teams of the area have started. A schematic, not a map.',
    width: LABEL + columns * width,
    height: 8 + areas.length * 64,
    content: html`${content}`,
    alternative: table({
      caption: 'Roll-out by district',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [{ text: 'Service area' }, { text: 'Districts' }, { text: 'Teams started' }],
      rows: areas.map(area => [
        { text: area.name },
        { text: area.districts.join(', ') },
        { text: `${area.live} of ${area.all}` },
      ]),
    }),
  })
}

/** How many teams have started by the end of each wave's planned day. */
export const startsDrawn = (waves: readonly Wave[], on: Temporal.PlainDate): Html =>
  waves.length === 0
    ? nothing
    : barChart({
        id: 'starts',
        title: 'Teams started, of each wave',
        description: `Of each wave, how many teams have started on ${formatDate(on)}.`,
        labelHeading: 'Wave',
        valueHeading: 'Teams started',
        bars: waves.map(wave => ({ label: `${wave.name} (of ${wave.teams.length})`, value: live(wave, on) })),
      })
