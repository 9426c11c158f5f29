/** The file name of a project, in its folder. */
export const PROJECT_FILE = 'goldset.json'
