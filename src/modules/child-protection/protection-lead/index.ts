export { leadSection } from './leadSection.ts'
export { protectionLeadRoutes } from './pages/leadRoutes.ts'
