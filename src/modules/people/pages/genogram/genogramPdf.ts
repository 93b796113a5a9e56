import { type Furniture, renderPdf } from '#platform/print'
import { drawingFile, formatDate } from '#ui'
import { holdsOn } from '../../queries/relationshipsOf.ts'
import { qualityWords } from '../../rules/qualityWords.ts'
import { relationshipPhrase } from '../../rules/relationshipWords.ts'
import { pregnancyLine, twinLine } from './birthLines.ts'
import { type GenogramPage, noneInner } from './genogramView.ts'
import { figureOf } from './page.ts'

const template = `#import "/kith.typ": *
#set page(flipped: true)
#layout(size => image(bytes(data.drawing), format: "svg", alt: data.alt,
  width: calc.min(size.width, data.width * 0.75pt), height: calc.min(size.height - 2cm, data.height * 0.75pt), fit: "contain"))
#if data.inner [*This print is not for the family. Purple lines are opinions.*]
== Who is who
#for person in data.people [
=== #person.name
#for line in person.lines { par(line) }
]
#if data.opinions.len() > 0 [
== How they stand with one another
#for line in data.opinions { par(line) }
]
#if data.pregnancies.len() > 0 [
== Pregnancies that ended
#for line in data.pregnancies { par(line) }
]
#if data.twins.len() > 0 [
== Born together
#for line in data.twins { par(line) }
]
`

/** The drawing and its words on paper. */
export function genogramPdf(page: GenogramPage, furniture: Furniture): Promise<Uint8Array> {
  const { view, asAt, showsQualities } = page
  const inner = showsQualities ? page.inner : noneInner
  const figure = figureOf(page)
  const name = (id: Parameters<typeof view.people.get>[0]) => view.people.get(id)?.displayName ?? ''
  const people = [...view.people.values()].map(person => ({
    name: `${person.displayName}, ${person.age}`,
    lines: view.relationships
      .filter(row => row.personId === person.id)
      .map(
        row =>
          `${relationshipPhrase(row.kind, 'as_recorded', person.sex)} ${name(row.otherId)}${holdsOn(row, asAt.day) ? '' : ' (ended)'}`,
      ),
  }))
  const opinions = inner.qualities.map(
    one =>
      `${name(one.personId)} and ${name(one.otherId)}: ${qualityWords[one.quality].toLowerCase()} (${one.author ?? 'author not known'}, ${formatDate(one.notedOn)})${one.remark ? `. ${one.remark}` : ''}`,
  )
  return renderPdf(template, {
    furniture,
    drawing: drawingFile(figure),
    alt: figure.description,
    width: figure.width,
    height: figure.height,
    people: people.filter(({ lines }) => lines.length > 0),
    opinions,
    inner: showsQualities,
    pregnancies: inner.pregnancyEnds.map(one => pregnancyLine(one, name)),
    twins: inner.likenesses.map(one => twinLine(one, name)),
  })
}
