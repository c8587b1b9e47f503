export { checkColumns, type MappedProfile, type ParsedTable, parseTable, profileFromRow, type Row } from './csv.js'
export { readMenuFolder, readTextFile } from './files.js'
export { defineMenus, type MenuFile, type ParsedMenus, parseMenuFiles } from './menus.js'
export { parseProfileTable, parseProfileText, type ReadProfiles, type TableChoice } from './profiles.js'
