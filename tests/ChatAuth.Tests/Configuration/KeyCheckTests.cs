using ChatAuth.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class KeyCheckTests
{
    [TestCase("Access:Rules:2:Efect", "deny", "Access:Rules[2].Efect: must not be here: there is no such key")]
    [TestCase("Acess", null, "Acess: must not be here: there is no such key")]
    [TestCase("Model:Fallbacks:First", "x", "Model:Fallbacks:First: must not be here: there is no such key")]
    [TestCase("Model:Fallbacks", "demo/echo", "Model:Fallbacks: must not be a text: keys or entries stand below it")]
    [TestCase("Auth", "off", "Auth: must not be a text: keys or entries stand below it")]
    [TestCase("", "off", "ChatAuth: must not be a text: keys or entries stand below it")]
    [TestCase("Auth:WarnWithinHours", "a day", "Auth:WarnWithinHours: must be a number")]
    [TestCase("Auth:WarnWithinHours", "", "Auth:WarnWithinHours: must be a number")]
    [TestCase("Auth:WarnWithinHours", "1,5", "Auth:WarnWithinHours: must be a number")]
    [TestCase("Auth:OAuth:0:GraceSeconds", "1.5", "Auth:OAuth[0].GraceSeconds: must be a whole number")]
    [TestCase("Storage:AllowGroupReadable", "yes", "Storage:AllowGroupReadable: must be true or false")]
    [TestCase("Access:Rules:0", null, "Access:Rules[0]: must not be empty")]
    [TestCase("Models:0:Aliases:1", null, "Models[0].Aliases[1]: must not be empty")]
    public void Leaf_that_cannot_be_bound_is_a_problem(string path, string? value, string expected)
    {
        var problems = new List<string>();

        var accepted = KeyCheck.Accept([new(path, value)], problems);

        Assert.That(problems, Is.EqualTo(new[] { expected }));
        Assert.That(accepted, Is.Empty);
    }

    [TestCase("model:DEFAULT", "demo/echo")]
    [TestCase("Access:Rules:12:Rights:0", "ask")]
    [TestCase("Access:Rules", "")]
    [TestCase("Auth:WarnWithinHours", "1.5")]
    [TestCase("Sessions:PinsEndWithSession", "True")]
    public void Leaf_that_can_be_bound_is_accepted(string path, string value)
    {
        var problems = new List<string>();

        var accepted = KeyCheck.Accept([new(path, value)], problems);

        Assert.That(problems, Is.Empty);
        Assert.That(accepted, Is.EqualTo(new Dictionary<string, string?> { [path] = value }));
    }

    [Test]
    public void Leaf_that_is_null_leaves_the_default_of_the_code()
    {
        var problems = new List<string>();

        var accepted = KeyCheck.Accept([new("Models:0:Label", null), new("Model:Allowed", null), new("Auth", null)], problems);

        Assert.That((problems.Count, accepted.Count), Is.EqualTo((0, 0)));
    }

    [TestCase("Auth:sk-ant-api03-FAKE")]
    [TestCase("Auth:abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")]
    public void Key_that_does_not_look_like_one_is_not_repeated(string path)
    {
        var problems = new List<string>();

        KeyCheck.Accept([new(path, "x")], problems);

        Assert.That(problems, Is.EqualTo(new[] { "Auth:(a key): must not be here: there is no such key" }));
    }
}
