/** How a train is written: CRH380A-2641, or the number alone where no type is known. */
export const trainLabel = (trainNo: string, vehicleType: string): string =>
  vehicleType === '' ? trainNo : `${vehicleType}-${trainNo}`
