import { clockQuality } from './clockQuality.ts'
import type { QualityIssue } from './qualityIssues.ts'

/** In the address of the data-quality page. */
export const TO_MEND = 'to-mend'

/** Whether something can be done about it in the record. What is due is work, and stands in My work as such. */
export const isToMend = ({ source, severity }: Pick<QualityIssue, 'source' | 'severity'>): boolean =>
  source !== clockQuality.name && severity !== 'information'
