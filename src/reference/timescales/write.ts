import { clockDefinitions } from '../clocks/clockDefinitions.ts'
import { timescalesMarkdown } from './timescalesMarkdown.ts'

process.stdout.write(timescalesMarkdown(clockDefinitions))
