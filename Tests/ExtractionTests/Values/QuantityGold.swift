/// Words with a quantity, the unit of the issue they are read for, and the quantity as the program prints
/// it. Every third is kept back.
enum QuantityGold {
  struct Item {
    let words: String
    let unit: String?
    let quantity: String
  }

  static let items: [Item] = lines.split(separator: "\n").map { line in
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return Item(words: parts[0], unit: parts[1].isEmpty ? nil : parts[1], quantity: parts[2])
  }

  static let developed = items.enumerated().filter { $0.offset % 3 != 2 }.map(\.element)
  static let keptBack = items.enumerated().filter { $0.offset % 3 == 2 }.map(\.element)

  private static let lines = """
    a rise of 15–18 %|percent|15–18 percent
    at least 6.5 million euros|euro|≥ 6,500,000 euros
    about 100,000 men|person|≈ 100,000 persons
    duties of up to 16 hours|hour|≤ 16 hours
    between 90 and 100 cubic metres a second|m³/s|90–100 m³/s
    the company's own instruments had shown 96, give or take five|m³/s|≈ 96 m³/s
    twenty gigawatt-hours, from December to February|GWh|20 GWh
    no more than two per cent|percent|≤ 2 percent
    a dozen prisoners were freed|prisoner|12 prisoners
    1,000 prisoners for 1,000|prisoner|1,000 prisoners
    the figure of four fifths of the staff||0.8
    25 million into the nurses' pay|million florins|25 million florins
    3.1 million florins|million florins|3.1 million florins
    four million crowns a year|crown|4,000,000 crowns
    more than 100 drone strikes|strike|> 100 strikes
    an army of 50,000 troops|person|50,000 persons
    fewer than two hours|hour|< 2 hours
    nine and a half per cent|percent|9.5 percent
    seventy per cent or more|percent|≥ 70 percent
    around 20% of the country|percent|≈ 20 percent
    $6.5m in damages|dollar|6,500,000 dollars
    a fund of €2 billion|euro|2,000,000,000 euros
    £300,000|pound|300,000 pounds
    10 000 soldiers|person|10,000 persons
    30,000 Ukrainian soldiers|person|30,000 persons
    from 1.5 to 2 degrees Celsius|°C|1.5–2 °C
    two or three weeks|week|2–3 weeks
    a cut of forty-five percent by 2030|percent|45 percent
    two hundred and fifty families|family|250 families
    a ceiling of USD 100 billion a year|dollar|100,000,000,000 dollars
    not less than 120|m³/s|≥ 120 m³/s
    15–18 million euros|million euros|15–18 million euros
    over 3,000 hectares of vineyard|hectare|> 3,000 hectares
    some 4,500 beds|bed|≈ 4,500 beds
    six more patrol boats||6 boats
    3,5 % für alle|percent|3.5 percent
    at most 40 hours a week|hour|≤ 40 hours
    1.234.567 euros|euro|1,234,567 euros
    не менее 50 тыс. человек|person|≥ 50,000 persons
    понад 20 відсотків|percent|> 20 percent
    around 1.2 million displaced persons|person|≈ 1,200,000 persons
    a buffer zone 15 km deep|km|15 km
    100, plus or minus 5|m³/s|≈ 100 m³/s
    under 5 per cent of the seats|percent|< 5 percent
    a hundred and ten cubic metres a second|m³/s|110 m³/s
    nearly half a million people|person|< 500,000 persons
    """
}
