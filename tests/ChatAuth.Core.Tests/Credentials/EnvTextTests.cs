using System.Text;
using ChatAuth.Core.Credentials;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class EnvTextTests
{
    /// <summary>Pieces out of which texts are made that are nearly right.</summary>
    private static readonly Gen<string> Texts = Gen
        .Elements("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "PATH", "export ", "=", "\"", "'", "\\", "#", " ", "\t", "\r\n", "\n", "\0", "$", "{A}", "é", "\uFEFF", "fake-1", "sk-2")
        .ListOf().Select(string.Concat);

    private static FoundVariables Read(string text) => EnvText.Read(Encoding.UTF8.GetBytes(text));

    private static string? Value(string text, string name = "OPENAI_API_KEY") => Read(text).Values.GetValueOrDefault(name)?.Reveal();

    [TestCase("OPENAI_API_KEY=fake-1")]
    [TestCase("OPENAI_API_KEY=fake-1\n")]
    [TestCase("OPENAI_API_KEY=fake-1\r\n")]
    [TestCase("\uFEFFOPENAI_API_KEY=fake-1")]
    [TestCase("\uFEFF\r\n  OPENAI_API_KEY = fake-1  \r\nNEXT=1")]
    [TestCase("export OPENAI_API_KEY=fake-1")]
    [TestCase("export\t OPENAI_API_KEY=fake-1")]
    [TestCase("OPENAI_API_KEY=\"fake-1\"")]
    [TestCase("OPENAI_API_KEY='fake-1' # mine")]
    [TestCase("OPENAI_API_KEY=\" fake-1 \"")]
    [TestCase("OPENAI_API_KEY=fake-1 # mine")]
    [TestCase("OPENAI_API_KEY=fake-1\t#mine")]
    [TestCase("# clés\nOTHER=é\nOPENAI_API_KEY=fake-1")]
    [TestCase("PEM=\"-----\nANTHROPIC_API_KEY=inside\n-----\"\nOPENAI_API_KEY=fake-1")]
    [TestCase("GREETING=\"say \\\"hi\\\" # twice\"\nOPENAI_API_KEY=fake-1")]
    public void Value_is_what_stands_there(string text)
    {
        var found = Read(text);

        Assert.That(found.Values.Keys, Is.EqualTo(new[] { "OPENAI_API_KEY" }));
        Assert.That(found.Values["OPENAI_API_KEY"]!.Reveal(), Is.EqualTo("fake-1"));
        Assert.That(found.Faults, Is.Empty);
    }

    [Test]
    public void Value_may_hold_an_equals_sign() => Assert.That(Value("OPENAI_API_KEY=fake/1+2=="), Is.EqualTo("fake/1+2=="));

    [TestCase("OPENAI_API_KEY=")]
    [TestCase("OPENAI_API_KEY=   ")]
    [TestCase("OPENAI_API_KEY=\"\"")]
    [TestCase("OPENAI_API_KEY=' '")]
    [TestCase("OPENAI_API_KEY=# later")]
    [TestCase("#OPENAI_API_KEY=fake-1")]
    [TestCase("openai_api_key=fake-1")]
    [TestCase("OPENAI_API_KEY_OLD=fake-1")]
    [TestCase("")]
    public void Blank_and_unknown_are_absent(string text)
    {
        var found = Read(text);

        Assert.That(found.Values, Is.Empty);
        Assert.That(found.Faults, Is.Empty);
    }

    [TestCase("OPENAI_API_KEY=${OTHER}")]
    [TestCase("OPENAI_API_KEY='$OTHER'")]
    [TestCase("OPENAI_API_KEY=fake`id`")]
    [TestCase("OPENAI_API_KEY=fake#1")]
    [TestCase("OPENAI_API_KEY=fake'1'")]
    [TestCase("OPENAI_API_KEY=\"fake\\n\"")]
    [TestCase("OPENAI_API_KEY=fake 1")]
    [TestCase("OPENAI_API_KEY=faké")]
    [TestCase("OPENAI_API_KEY=fake\u00A0")]
    [TestCase("OPENAI_API_KEY=\"fake\n1\"")]
    public void Value_that_is_no_key_stands_in_the_way_and_is_a_fault(string text)
    {
        var found = Read($"\n{text}\n");

        Assert.That(found.Values, Is.EqualTo(new Dictionary<string, Secret?> { ["OPENAI_API_KEY"] = null }));
        Assert.That(found.Faults, Is.EqualTo(new[] { ".env line 2: OPENAI_API_KEY does not hold a key." }));
    }

    [TestCase("OPENAI_API_KEY")]
    [TestCase("OPENAI_API_KEY: fake-1")]
    [TestCase("set OPENAI_API_KEY=fake-1")]
    [TestCase("=fake-1")]
    [TestCase("OPENAI_API_KEY=\"fake-1")]
    [TestCase("OPENAI_API_KEY=\"fake-1\" 2")]
    [TestCase("OPENAI_API_KEY=fake\0-1")]
    public void Line_that_does_not_parse_is_a_fault_with_its_number_alone(string line)
    {
        var found = Read($"# first\n{line}\nANTHROPIC_API_KEY=fake-2");

        Assert.That(found.Values.Keys, Is.EqualTo(new[] { "ANTHROPIC_API_KEY" }));
        Assert.That(found.Faults, Is.EqualTo(new[] { ".env line 2 does not parse." }));
    }

    [TestCase("fake-2", "fake-2")]
    [TestCase("", null)]
    [TestCase("$A", null)]
    public void Last_of_several_lines_counts_and_is_named(string last, string? expected)
    {
        var text = $"OPENAI_API_KEY=fake-1\nOPENAI_API_KEY={last}\n";

        Assert.That(Value(text), Is.EqualTo(expected));
        Assert.That(Read(text).Faults[0], Is.EqualTo(".env line 2 sets OPENAI_API_KEY again; the last one counts."));
    }

    [Test]
    public void Text_of_two_byte_characters_gives_no_value()
    {
        var found = EnvText.Read(Encoding.Unicode.GetBytes("OPENAI_API_KEY=fake-1\nANTHROPIC_API_KEY=fake-2\n"));

        Assert.That(found.Values, Is.Empty);
        Assert.That(found.Faults, Is.Not.Empty);
    }

    [Test]
    public void Any_text_gives_names_of_the_table_only_and_faults_with_numbers_of_its_lines()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var found = Read(text);
            var lines = text.Split('\n').Length;

            return found.Values.Keys.All(name => name is "OPENAI_API_KEY" or "ANTHROPIC_API_KEY")
                && found.Values.Values.All(secret => secret is null || text.Contains(secret.Reveal(), StringComparison.Ordinal))
                && found.Faults.All(fault => int.Parse(fault.Split(' ', ':')[2], null) <= lines)
                && found.Faults.All(fault => !fault.Contains("fake-1") && !fault.Contains("sk-2"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Test]
    public void Any_key_is_read_back_in_every_form_of_writing()
    {
        var keys = Gen.Elements("abcXYZ019-_.:/+=~@!%^&*()[]{}<>,;?|".ToCharArray()).NonEmptyListOf().Select(signs => string.Concat(signs));
        var forms = Gen.Elements("{0}", "export {0}", "{0}\r\n", "{0} # note", "\uFEFF{0}\nOTHER=1");
        var quotes = Gen.Elements("", "'", "\"");
        var texts = from key in keys from form in forms from quote in quotes select (key, text: form.Replace("{0}", $"OPENAI_API_KEY={quote}{key}{quote}", StringComparison.Ordinal));

        Prop.ForAll(texts.ToArbitrary(), one => Value(one.text) == one.key && Read(one.text).Faults.Count == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }
}
