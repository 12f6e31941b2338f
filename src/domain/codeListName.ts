/** The code lists of the data dictionary. The names are stable: stored records and workbooks refer to them. */
export type CodeListName =
  | 'CL-SEV' | 'CL-LEVEL' | 'CL-IMPACT' | 'CL-REL' | 'CL-NREL' | 'CL-CHG' | 'CL-CLASS' | 'CL-VERIF' | 'CL-PHASE' | 'CL-DETECT'
  | 'CL-MODE' | 'CL-SYM' | 'CL-MODEF' | 'CL-MECH' | 'CL-CAUSE' | 'CL-HANDLE' | 'CL-RESULT' | 'CL-REMOVE' | 'CL-DISP' | 'CL-BENCH'
  | 'CL-ACT' | 'CL-VERM' | 'CL-VERR' | 'CL-CLOSE' | 'CL-REOPEN' | 'CL-PRIO' | 'CL-CRIT' | 'CL-OWN' | 'CL-UNIT' | 'CL-WAR' | 'CL-FAM'
  | 'CL-STATE' | 'CL-COST' | 'CL-TASK'
