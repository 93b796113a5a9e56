export { type Chooser, choicesOf, chooserForm, distinctChoices } from './chooser.ts'
export { dayQuery, onIfPast } from './dayAsked.ts'
export { type Cell, cellsTable, type List, linkTo, listReply } from './listReply.ts'
export { readers, type Tab, tabs, type WorkforcePage, workforcePage } from './workforcePage.ts'
