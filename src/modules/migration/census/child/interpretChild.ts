import { valueIn } from '../reading/reading.ts'
import type { CensusElement } from '../source/censusElement.ts'
import { CensusTally } from '../tally.ts'
import type { CensusCharacteristics, CensusChild } from './censusChild.ts'
import { censusCode } from './censusCode.ts'
import { ElementGroup } from './elementGroup.ts'
import { Interpretation } from './interpretation.ts'
import { interpretEpisode } from './interpretEpisode.ts'
import { interpretIdentifiers } from './interpretIdentifiers.ts'

/** Understands one `Child` element. Never fails: what cannot be understood becomes a finding or a leftover. */
export function interpretChild(
  element: CensusElement,
  index: number,
  censusYear: number | undefined,
  tally: CensusTally,
): CensusChild {
  const own = new CensusTally()
  const interpretation = new Interpretation(own)
  interpretation.count('Child', 'stored')
  const group = new ElementGroup([element], '', element.line, interpretation)
  const inner = requireGroup(group, 'ChildIdentifiers', interpretation)
  const { laChildId, identifiers } = interpretIdentifiers(inner, censusYear, interpretation)
  inner.close()
  const characteristics = interpretCharacteristics(group, censusYear, interpretation)
  const episodes = group.groups('CINdetails').map(episode => interpretEpisode(episode, censusYear))
  group.close()
  tally.addAll(own)
  return {
    index,
    line: element.line,
    laChildId,
    identifiers,
    characteristics,
    episodes,
    counts: own.elements(),
    leftovers: interpretation.leftovers(),
    findings: interpretation.findings(valueIn(laChildId)),
  }
}

function requireGroup(group: ElementGroup, name: string, interpretation: Interpretation): ElementGroup {
  const inner = group.group(name)
  if (inner) return inner
  const at = { element: name, line: group.line, raw: '' }
  interpretation.remark({ ...at, problem: `The child has no ${name} group.`, severity: 'information' })
  return new ElementGroup([], name, group.line, interpretation)
}

function interpretCharacteristics(
  group: ElementGroup,
  censusYear: number | undefined,
  interpretation: Interpretation,
): CensusCharacteristics {
  const inner = requireGroup(group, 'ChildCharacteristics', interpretation)
  const disabilities = inner.group('Disabilities')
  const parseDisability = censusCode('disability', censusYear)
  const characteristics = {
    ethnicity: inner.one('Ethnicity', censusCode('ethnicity', censusYear)),
    // Some suppliers leave the surrounding group out: the meaning is the same.
    disabilities: [
      ...(disabilities?.many('Disability', parseDisability) ?? []),
      ...inner.many('Disability', parseDisability),
    ],
  }
  disabilities?.close()
  inner.close()
  return characteristics
}
