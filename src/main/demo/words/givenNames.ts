import type { NameStock } from './peoples.ts'

type Names = { readonly girls: readonly string[]; readonly boys: readonly string[] }
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Given names in use in England, by broad stock. With the invented family names no pair is meant for anyone. */
export const givenNames: Readonly<Record<NameStock, Names>> = {
  british: {
    girls:
      words(`Alice Amelia Bethany Bonnie Charlotte Chloe Daisy Darcey Eleanor Elsie Emily Erin Evie Faith Florence Freya
      Gracie Hannah Harriet Heidi Holly Imogen Isla Ivy Jasmine Jess Kayleigh Keira Lacey Lexi Libby Lola Lucy Mabel
      Maisie Martha Megan Millie Molly Nancy Olive Paige Phoebe Poppy Rosie Ruby Scarlett Skye Summer Tilly Violet
      Willow Zara Donna Kerry Leanne Nicola Sharon Stacey Tracey Zoë`),
    boys: words(`Albie Alfie Archie Ashton Bailey Ben Billy Blake Callum Charlie Connor Daniel Dexter Dylan Elliot Ethan
      Finley Frankie Freddie George Harley Harry Harvey Henry Hugo Isaac Jack Jake Jayden Joe Josh Jude Kai Kian Leo
      Lewis Logan Louie Luca Mason Max Nathan Noah Oliver Oscar Owen Ralph Reggie Riley Rory Sam Sonny Stanley Teddy
      Theo Toby Tommy Tyler Zac Darren Gary Jason Kevin Lee Mark Shane Wayne`),
  },
  irish: {
    girls: words('Aoife Caoimhe Ciara Éabha Gráinne Margaret Niamh Orla Róisín Saoirse Siobhán Winifred'),
    boys: words('Cathal Cillian Declan Fionn Jimmy Lorcan Oisín Pádraig Ruairí Seán Tadhg Martin'),
  },
  european: {
    girls:
      words(`Agnieszka Alicja Anastazja Beatriz Daria Elena Gabriela Ioana Julia Kasia Lenka Łucja Małgorzata Nikola
      Oksana Raluca Simona Teresa Zofia Žaneta`),
    boys: words(`Adrian Alexandru Andrei Bartosz Cristian Dawid Filip Ion Jakub Kacper Lukas Mateusz Mihai Nuno Paweł Radu
      Rafał Tomasz Vlad Žilvinas`),
  },
  southAsian: {
    girls: words(
      'Aanya Anjali Avni Diya Isha Jasleen Kavya Meera Nisha Pooja Priya Riya Sana Simran Tanvi Veena',
    ),
    boys: words(
      'Aarav Arjun Dev Gurpreet Harjit Ishaan Jai Karan Manav Nikhil Raj Rohan Sahil Veer Vikram Yash',
    ),
  },
  muslim: {
    girls: words(
      'Aaliyah Aisha Amina Fatima Habiba Hafsa Inaya Khadija Maryam Nusrat Rabia Safiya Sumaiya Yasmin Zainab Zoya',
    ),
    boys: words(
      'Abdullah Ahsan Bilal Faisal Hamza Haris Ibrahim Imran Kamran Mohammed Nabil Omar Rayyan Tariq Usman Yusuf Zayn',
    ),
  },
  african: {
    girls:
      words(`Abena Ada Adaeze Akosua Amara Chidinma Efua Folake Hodan Ifeoma Makena N'deye Ngozi Oluwaseun Sagal Temi
      Wanjiru Zainabu`),
    boys: words(
      `Ade Abdi Chidi Dapo Emeka Femi Kofi Kwame Kwabena Liban Nana Obinna Olu Sekou Tendai Tunde Yaw Zuberi`,
    ),
  },
  caribbean: {
    girls: words('Alisha Chantelle Kezia Latoya Marcia Naomi Renée Shanice Shereen Tiana Yvette Zaria'),
    boys: words('Andre Curtis Delroy Errol Jermaine Kemar Leroy Marlon Omari Reece Shaquille Tyrone'),
  },
  eastAsian: {
    girls: words('Bao Hui Jia Lan Lian Mei Ngọc Thảo Xin Yan Ying'),
    boys: words('An Bo Chen Duc Hao Jun Khang Ming Minh Tao Wei'),
  },
  middleEastern: {
    girls: words('Darya Hanin Jîn Laleh Leyla Maha Nour Rojin Samira Shirin Yara Zahra'),
    boys: words('Amir Azad Behzad Hêmin Karim Mustafa Navid Rawand Reza Sardar Yousef Ziad'),
  },
}
