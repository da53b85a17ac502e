/*
 * The words and signs of a .risk file.
 *
 * Lexing never fails: what no rule wants is a STRAY, and what people bring from other languages has a
 * token of its own (see the end), so that it can be answered with a sentence.
 */
lexer grammar RiskLexer;

channels { DOCS }

// Reserved: the small words that hold formulas together, and `assume`.
AND : 'and';
ASSUME : 'assume';
BY : 'by';
EACH : 'each';
ELSE : 'else';
FALSE : 'false';
FOR : 'for';
GIVEN : 'given';
IN : 'in';
IS : 'is';
NONE : 'none';
NOT : 'not';
OF : 'of';
OR : 'or';
OTHERWISE : 'otherwise';
TRUE : 'true';
WHEN : 'when';
WHERE : 'where';

// Nouns and verbs: words of the grammar where it wants one, names and units everywhere else.
ACTION : 'action';
CANCEL : 'cancel';
CARRY : 'carry';
CASES : 'cases';
CHOICE : 'choice';
COLUMNS : 'columns';
CREATE : 'create';
ENTITY : 'entity';
ENVELOPE : 'envelope';
EXAMPLES : 'examples';
EXPECT : 'expect';
FAULT : 'fault';
FIX : 'fix';
FOLD : 'fold';
FUNCTION : 'function';
GRID : 'grid';
GROUP : 'group';
IGNORE : 'ignore';
IMPORT : 'import';
KEY : 'key';
LARGEST : 'largest';
LIBRARY : 'library';
MOVE : 'move';
ORDER : 'order';
PARAM : 'param';
PARAMETERS : 'parameters';
POLICY : 'policy';
PROPERTY : 'property';
RAISE : 'raise';
REFUSE : 'refuse';
REMAINDER : 'remainder';
REPEAT : 'repeat';
REPLACE : 'replace';
REPORT : 'report';
REQUIRE : 'require';
ROWS : 'rows';
RULE : 'rule';
RUN : 'run';
SCALES : 'scales';
SERIES : 'series';
SERVE : 'serve';
SET : 'set';
SHARE : 'share';
STATE : 'state';
STEP : 'step';
STEPS : 'steps';
STOP : 'stop';
SUFFIX : 'suffix';
SYSTEM : 'system';
TABLE : 'table';
TEST : 'test';
UNIT : 'unit';
VALUE : 'value';
WATERFALL : 'waterfall';

// Links: names elsewhere too, but never a unit, as they may follow a number.
AFTER : 'after';
AGAIN : 'again';
AGAINST : 'against';
ALSO : 'also';
ANY : 'any';
AS : 'as';
ASCENDING : 'ascending';
AT : 'at';
BELOW : 'below';
CHANGES : 'changes';
CHANGING : 'changing';
CLAMP : 'clamp';
CLIPPED : 'clipped';
COVERS : 'covers';
DESCENDING : 'descending';
FIRST : 'first';
FLOOR : 'floor';
FROM : 'from';
GREATEST : 'greatest';
HALF : 'half';
HELD : 'held';
HOLDS : 'holds';
ITS : 'its';
LAST : 'last';
LEAST : 'least';
LESS : 'less';
LINEAR : 'linear';
LISTED : 'listed';
LIVE : 'live';
MARGINAL : 'marginal';
MOST : 'most';
NEEDS : 'needs';
NEVER : 'never';
OLDER : 'older';
ONCE : 'once';
OVER : 'over';
OWES : 'owes';
PLACES : 'places';
RANKED : 'ranked';
REFILLED : 'refilled';
REFINES : 'refines';
REFUSED : 'refused';
SHOWN : 'shown';
SPELLED : 'spelled';
STARTS : 'starts';
SUCH : 'such';
SYMMETRIC : 'symmetric';
TAKE : 'take';
THAN : 'than';
THAT : 'that';
THE : 'the';
THEN : 'then';
TIMES : 'times';
TO : 'to';
TOGETHER : 'together';
UNTIL : 'until';
UP : 'up';
WAS : 'was';
WEIGHTED : 'weighted';
WHILE : 'while';
WITH : 'with';
WITHIN : 'within';

// Literals. A sign is an operator or part of a cell, never of a number.
INSTANT : DAY 'T' DIGIT DIGIT ':' DIGIT DIGIT (':' DIGIT DIGIT)? 'Z';
DATE : DAY;
PERCENT : DECIMAL '%';
NUMBER : DECIMAL;
STRING : '"' CHARACTER* '"';
IDENT : LETTER (LETTER | DIGIT)*;

fragment DAY : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
fragment DECIMAL : DIGITS ('.' DIGITS)?;
fragment DIGITS : DIGIT ('_'? DIGIT)*;
fragment DIGIT : [0-9];
fragment LETTER : [A-Za-z_];
fragment CHARACTER : ~["\\\r\n] | '\\' ~[\r\n];

// Signs.
RANGE : '..';
DOT : '.';
COMMA : ',';
COLON : ':';
PIPE : '|';
LPAREN : '(';
RPAREN : ')';
LBRACE : '{';
RBRACE : '}';
LBRACKET : '[';
RBRACKET : ']';
EQ : '=';
NE : '!=';
LT : '<';
LE : '<=';
GT : '>';
GE : '>=';
PLUS : '+';
MINUS : '-';
STAR : '*';
SLASH : '/';

// Not part of the stream that the parser sees; docs go to the definition below them.
DOC : '///' ~[\r\n]* -> channel(DOCS);
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN);
NEWLINE : '\r'? '\n';
SPACE : [ \t\r\uFEFF]+ -> channel(HIDDEN);

// Spellings that another language would take. Each is answered with what is written here instead.
DOUBLE_EQUALS : '==' '='?;
ASSIGN : ':=';
UNEQUAL : '<>' | '\u2260';
REVERSED_LE : '=<' | '\u2264';
REVERSED_GE : '=>' | '\u2265';
DOUBLE_AND : '&' '&'?;
DOUBLE_OR : '||';
BANG : '!';
CARET : '^' | '**';
PERCENT_SIGN : '%';
QUESTION : '?';
SEMICOLON : ';';
LONG_MINUS : [\u2212\u2013\u2014];
TIMES_SIGN : '\u00D7';
HASH_COMMENT : '#' ~[\r\n]*;
BLOCK_COMMENT : '/*' .*? '*/';
QUOTED : '\'' ~['\r\n]* '\'' | [\u201C\u201D\u201E] ~[\u201C\u201D\u201E"\r\n]* [\u201C\u201D\u201E];
UNCLOSED_STRING : '"' CHARACTER* '\\'?;
DIGIT_NAME : DIGIT (DIGIT | '_')* ('.' DIGIT (DIGIT | '_')*)? LETTER (LETTER | DIGIT)*;
WRONG_INSTANT : DAY 'T' [0-9:.+Z-]*;
FOREIGN_NAME : (LETTER | [\p{L}]) (LETTER | DIGIT | [\p{L}\p{M}])*;
STRAY : .;
