import type { NameStock } from './peoples.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Family names made for the demo, shaped as each stock's are; a few are common ones, so that namesakes occur. */
export const familyNames: Readonly<Record<NameStock, readonly string[]>> = {
  british:
    words(`Abbersley Ackenthwaite Allerby Appleforth Ashbrigg Barlowe Beckwold Birchenough Blackamore Brackley-Dunn
    Bramhowe Bridgewell Brockhowe Burntwick Calderby Carrowmoor Chalkwell Clayhanger Cobbledick Copplestane Cranbeck Crowhurstley
    Dalehampton Deepwell Dimmocksby Dovenbury Drakewood Eastwold Elmstead-Roe Fairbeck Farthinghoe Fenwickson Flintoft Foxenby Garrowby
    Gildersleigh Goosewell Greenhalme Grimmersby Hadderly Hallowfield Harkerside Hartenwell Hawksbeck Hazelrigg-Poole Hebbleford Hollinwood
    Honeyballe Hopperstone Inglethorp Jopling-Wray Kellersby Kettlebeck Kirkwhelan Lambsgrove Larkenby Leatherdale Lintwhistle
    Lowenthorp Marlsborough Mellowship Merriott-Vane Millenby Mossendew Netherclift Nightjarrow Oakenshaw-Price Oldcastle Ottersby Oxenbould
    Parkenthorp Peasbody Pennyfarthing Pickersgale Plumtreely Quillerby Ramsbotham Ravensclough Redfearn-Ives Ringwoodly Rookhope
    Rushbeck Saltersley Scarbrough-Lee Shawcliffe Silverlocke Skelderby Smith Jones Taylor Brown Snaithwell Southernby Sparrowhawk
    Staithwaite Stonehewer Swalebeck Tattersley Thistlewhite Thorncastle Tollerby Trewhittle Underhowe Vinnerby Wainscott-Bell
    Waterhowe Weatherhogg Wetherlam Whinfield Whitterby Willowdown Winterbeck Woolstencote Wrangleby Yarrowdale`),
  irish:
    words(`O'Brannock O'Dunmara O'Fenlon Mac-Carrig McGlashan-Roe Ó'Tuamra Connerty Delahanty Kilbrannan Mulrannock Rathmoyle
    Tullamorrin`),
  european:
    words(`Adamowicki Barańska-Wolska Bukovăț Czarnolas Dragulici Fernandinho Gołąbkiewicz Ionescari Jurgelėnas Kowalewicz
    Lăcrămioru Mazurkowska Nunesco Ostrovenko Petrauskis Popescari Świerczynek Szymkowiak-Lis Vasconcelinho Zelenchuk`),
  southAsian:
    words(`Bhattarwal Chaudharani Desaipur Ghoshkar Gillhotra Iyerwal Kapoorani Mehtapal Nairani Patelkar Rathorewal Sandhupal
    Sharmadev Singh Kaur Thakarwal`),
  muslim:
    words(`Abbaskhel Akhtarwala Begumzai Choudhrani Faroqwala Hussainpur Iqbalzai Khan Malikwala Miahpur Qureshani Rahmanpur
    Siddiqwal Ul-Haqpur Uddinpur Zamanwala`),
  african:
    words(`Abdikarimow Abubakarin Adebowalekan Asantewah Boatengson Chukwuemere Danquahson Eze-Okparanta Farahle Igwebuoke Jallowfa
    Kamarafo Mensahene Moyowanda Nkrumason Okonkwere Olatunjide Osei-Bonnah Tesfamichel Warsamele`),
  caribbean:
    words(`Allenbrooke Bartleyson Campbell-Reece Dacostaine Fitzgarvey Grantleyne Hyltonby Lascellesby Morrisonne Pinnocksby
    St-Omerre Walcottley`),
  eastAsian: words(
    'Chanwen Dangthuy Fenglin Hoangvu Lamkei Leungho Nguyễnthu Phamlinh Tsangwai Wongkit Xuming Zhaolin',
  ),
  middleEastern:
    words(`Al-Barzani-Roj Al-Hadithani Amirzadehi Barwaryan El-Khatibani Farhadipour Ghorbanian Hamidyar Jafarzadi Karimyan Nasserani
    Qasimlo`),
}
