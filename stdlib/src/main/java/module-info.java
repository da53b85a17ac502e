/** The standard library: modules written in the language itself, read as resources. */
module org.loadline.stdlib {}
